import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { downloadRelease, releasePlatform } from '../../sandbox/livekit/release.js';
import { releaseHost, temporaryFolder } from './support/stand-ins.js';

const platform = 'linux_test';
const archive = 'livekit_1.13.5_linux_test.tar.gz';
const silent = (): void => {};

describe("LiveKit's release", () => {
  it('is downloaded, compared with its checksum and unpacked', async (test) => {
    const { releases } = await releaseHost(test, platform);
    const folder = await temporaryFolder(test);
    const lines: string[] = [];
    const path = await downloadRelease(folder, platform, (line) => lines.push(line), { releases });
    assert.match(String(execFileSync(path)), /from a release/);
    assert.match(lines[0] ?? '', /^Downloading LiveKit v1.13.5: /);
  });

  it('is refused when it does not match the checksum', async (test) => {
    const { releases, files } = await releaseHost(test, platform);
    files.set(archive, 'something else');
    await assert.rejects(
      downloadRelease(await temporaryFolder(test), platform, silent, { releases }),
      /the checksum of livekit_1.13.5_linux_test.tar.gz is not the published one/,
    );
  });

  it('is not even asked for when no checksum is published for it', async (test) => {
    const { releases, files, asked } = await releaseHost(test, platform);
    files.set('checksums.txt', `${'0'.repeat(64)}  other.tar.gz\n`);
    await assert.rejects(
      downloadRelease(await temporaryFolder(test), platform, silent, { releases }),
      /no checksum is published/,
    );
    assert.deepEqual(asked, ['/v1.13.5/checksums.txt']);
  });

  it('is given up when the host has none', async (test) => {
    const { releases, files } = await releaseHost(test, platform);
    files.delete(archive);
    await assert.rejects(
      downloadRelease(await temporaryFolder(test), platform, silent, { releases }),
      /answered 404/,
    );
  });

  it('is given up soon when the host does not answer', async (test) => {
    const mute = createServer();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    test.after(() => mute.close());
    const { port } = mute.address() as AddressInfo;
    await assert.rejects(
      downloadRelease(await temporaryFolder(test), platform, silent, {
        releases: `http://127.0.0.1:${port}`,
        answerTimeout: 50,
      }),
      { name: 'TimeoutError' },
    );
  });

  it('exists for Linux only', () => {
    assert.equal(releasePlatform('linux', 'x64'), 'linux_amd64');
    assert.equal(releasePlatform('linux', 'arm64'), 'linux_arm64');
    assert.equal(releasePlatform('darwin', 'arm64'), undefined);
    assert.equal(releasePlatform('linux', 'mips'), undefined);
  });
});
