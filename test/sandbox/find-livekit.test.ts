import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { findLiveKit } from '../../sandbox/livekit/find.js';
import { releasePlatform } from '../../sandbox/livekit/release.js';
import { withProgress } from '../../sandbox/livekit/report.js';
import { runCommand } from '../../sandbox/livekit/run-command.js';
import { binaryName, cacheDirectory } from '../../sandbox/livekit/version.js';
import { fakeLiveKit, releaseHost, temporaryFolder, writeExecutable } from './support/stand-ins.js';

const nowhere = 'http://127.0.0.1:2';

/** A machine without LiveKit, and functions that install something on it. */
async function bareMachine(test: TestContext) {
  const root = await temporaryFolder(test);
  const bin = join(root, 'bin');
  const env = {
    PATH: `${bin}:/usr/bin:/bin`,
    XDG_CACHE_HOME: join(root, 'cache'),
    FFC_LIVEKIT_RELEASES: nowhere,
  };
  const lines: string[] = [];
  return {
    env,
    lines,
    cache: cacheDirectory(env),
    put: (name: string, content: string) => writeExecutable(join(bin, name), content),
    find: (more: object = {}, signal?: AbortSignal) =>
      findLiveKit({ env: { ...env, ...more }, report: (line) => lines.push(line), signal }),
  };
}

/** A fake Go whose build ends at once. `before` are the lines of shell that it runs first. */
const fakeGo = (before = ''): string => `#!/bin/sh
if [ "$1" = env ]; then echo go1.26.3; exit; fi
${before}
printf '%s' '${fakeLiveKit('from source')}' > "$GOBIN/server"
`;

const markOf = async (path: string): Promise<string> => (await runCommand(path, [])).output;

describe('the LiveKit server', () => {
  it('is the one from the environment', async (test) => {
    const { find } = await bareMachine(test);
    const found = await find({
      FFC_LIVEKIT_URL: 'wss://live.test',
      FFC_LIVEKIT_KEY: 'key',
      FFC_LIVEKIT_SECRET: 'secret',
    });
    assert.deepEqual(found, {
      kind: 'external',
      url: 'wss://live.test',
      key: 'key',
      secret: 'secret',
    });
  });

  it('is not guessed when the environment names half of it, or none that can be', async (test) => {
    const { find } = await bareMachine(test);
    await assert.rejects(find({ FFC_LIVEKIT_URL: 'wss://live.test' }), /set all or none/);
    await assert.rejects(
      find({ FFC_LIVEKIT_URL: 'ftp://x', FFC_LIVEKIT_KEY: 'k', FFC_LIVEKIT_SECRET: 's' }),
      /not a ws\(s\) or http\(s\) address/,
    );
  });

  it('is the one on the PATH, before the cached one', async (test) => {
    const { put, find, cache } = await bareMachine(test);
    await writeExecutable(join(cache, binaryName), fakeLiveKit('cached'));
    const path = await put(binaryName, fakeLiveKit('installed'));
    assert.deepEqual(await find(), { kind: 'binary', path, origin: 'found on the PATH' });
  });

  it('is the cached one when the one on the PATH does not run', async (test) => {
    const { put, find, cache } = await bareMachine(test);
    await put(binaryName, '#!/bin/sh\nexit 1\n');
    const path = await writeExecutable(join(cache, binaryName), fakeLiveKit('cached'));
    assert.deepEqual(await find(), { kind: 'binary', path, origin: 'our cached copy' });
  });

  it('is downloaded into the cache, where the next start finds it', async (test) => {
    const { find, cache } = await bareMachine(test);
    const { releases, asked } = await releaseHost(test, releasePlatform() ?? 'none');
    const first = await find({ FFC_LIVEKIT_RELEASES: releases });
    assert.deepEqual(first, {
      kind: 'binary',
      path: join(cache, binaryName),
      origin: "LiveKit's release archive, verified",
    });
    asked.length = 0;
    const second = await find({ FFC_LIVEKIT_RELEASES: releases });
    assert.equal(second.kind === 'binary' && second.origin, 'our cached copy');
    assert.deepEqual(asked, []);
  });

  it('is built with Go when it cannot be downloaded, and says so', async (test) => {
    const { put, find, cache, lines } = await bareMachine(test);
    await put('go', fakeGo());
    const path = join(cache, binaryName);
    assert.deepEqual(await find(), { kind: 'binary', path, origin: 'built with Go' });
    assert.match(lines[0] ?? '', /^LiveKit could not be had by release archive: .*ECONNREFUSED/);
    assert.match(lines[1] ?? '', /^Building LiveKit v1.13.5 with Go/);
    assert.match(await markOf(path), /from source/);
  });

  it('is never half a file in the cache, however many build at once', async (test) => {
    const { put, find, cache } = await bareMachine(test);
    await put('go', fakeGo());
    const found = await Promise.all([find(), find(), find()]);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['binary', 'binary', 'binary'],
    );
    assert.match(await markOf(join(cache, binaryName)), /from source/);
    assert.deepEqual(await readdir(dirname(cache)), [cache.split('/').at(-1)]);
  });

  it('leaves nothing in the cache, and nothing running, when a build is stopped', async (test) => {
    const { put, find, cache, env } = await bareMachine(test);
    const started = join(env.XDG_CACHE_HOME, 'started');
    await put('go', fakeGo(`echo $$ > ${started}; exec sleep 600`));
    const abort = new AbortController();
    const finding = find({}, abort.signal);
    while (!(await hasContent(started))) await new Promise(setImmediate);
    abort.abort();
    await assert.rejects(finding, { name: 'AbortError' });
    assert.equal(await exists(cache), false);
    assert.deepEqual(await readdir(dirname(cache)), []);
    const pid = Number(await readFile(started, 'utf8'));
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  });

  it('is missing when nothing helps, and then says how to get one', async (test) => {
    const { put, find } = await bareMachine(test);
    await put('go', '#!/bin/sh\necho go1.22.1\n');
    const found = await find();
    assert.ok(found.kind === 'missing');
    assert.match(found.explanation, /- on the PATH: no livekit-server/);
    assert.match(found.explanation, /- release archive: .*ECONNREFUSED/);
    assert.match(found.explanation, /- go install: Go 1.26 or newer is not on the PATH/);
    assert.match(found.explanation, /docker run/);
    assert.match(found.explanation, /FFC_LIVEKIT_URL=/);
  });

  it('is missing when the build fails, and then says why', async (test) => {
    const { put, find } = await bareMachine(test);
    await put('go', fakeGo('echo "no such module" >&2; exit 1'));
    const found = await find();
    assert.ok(found.kind === 'missing');
    assert.match(found.explanation, /- go install: go install failed: no such module/);
  });
});

describe('long work', () => {
  it('shows every few seconds that it goes on', async (test) => {
    test.mock.timers.enable({ apis: ['setInterval', 'Date'] });
    const lines: string[] = [];
    const work = new EventEmitter();
    const done = withProgress(
      (line) => lines.push(line),
      () => 'Building…',
      once(work, 'built'),
    );
    for (let second = 0; second < 7; second++) test.mock.timers.tick(1000);
    assert.deepEqual(lines, ['Building…', 'Building… 3 s', 'Building… 6 s']);
    work.emit('built', 'all');
    assert.deepEqual(await done, ['all']);
    test.mock.timers.tick(7000);
    assert.equal(lines.length, 3);
  });
});

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function hasContent(path: string): Promise<boolean> {
  return (await exists(path)) && (await readFile(path, 'utf8')).endsWith('\n');
}
