import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, type TestContext } from 'node:test';
import { binaryName, liveKitVersion } from '../../../sandbox/livekit/version.js';

/** Creates a folder, which is removed after the test. */
export async function temporaryFolder(test?: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ffc-sandbox-test-'));
  (test ?? { after }).after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A script in place of LiveKit, which prints `mark` as its version. */
export const fakeLiveKit = (mark: string): string =>
  `#!/bin/sh\necho "${binaryName} version ${mark}"\n`;

export async function writeExecutable(path: string, content: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  await chmod(path, 0o755);
  return path;
}

export interface ReleaseHost {
  readonly releases: string;
  /** The files on the host, by their path below the version. */
  readonly files: Map<string, Buffer | string>;
  /** The paths of all requests. */
  readonly asked: string[];
}

/** Serves LiveKit's releases from this machine, with one archive for `platform`. */
export async function releaseHost(test: TestContext, platform: string): Promise<ReleaseHost> {
  const folder = await temporaryFolder(test);
  await writeExecutable(join(folder, binaryName), fakeLiveKit('from a release'));
  const name = `livekit_${liveKitVersion.slice(1)}_${platform}.tar.gz`;
  execFileSync('tar', ['-czf', join(folder, name), '-C', folder, binaryName]);
  const archive = await readFile(join(folder, name));
  const checksum = createHash('sha256').update(archive).digest('hex');
  const files = new Map<string, Buffer | string>([
    ['checksums.txt', `${'0'.repeat(64)}  other.tar.gz\n${checksum}  ${name}\n`],
    [name, archive],
  ]);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const content = files.get(path.replace(`/${liveKitVersion}/`, ''));
    if (content === undefined) response.writeHead(404).end();
    else response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { releases: `http://127.0.0.1:${port}`, files, asked };
}
