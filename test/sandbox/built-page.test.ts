import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { otherLiveKit, plainEnv } from './support/processes.js';
import { liveKitKey, liveKitSecret } from './support/service.js';

describe('a sandbox with a built page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ffc-page-'));
  let sandbox: Sandbox;

  before(async () => {
    // The build writes the same files.
    mkdirSync(join(folder, 'sandbox/page'), { recursive: true });
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'sandbox/page/index.html'), '<!doctype html><title>Built</title>');
    writeFileSync(join(folder, 'assets/page-1234.js'), 'export {};');
    const keys = { FFC_LIVEKIT_KEY: liveKitKey, FFC_LIVEKIT_SECRET: liveKitSecret };
    sandbox = await startSandbox({
      env: { ...plainEnv, ...otherLiveKit, ...keys },
      pageFolder: folder,
    });
  });

  after(async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string): Promise<Response> => fetch(new URL(path, sandbox.url));

  it('serves it in place of the source', async () => {
    assert.match(await (await get('?user=mina')).text(), /<title>Built/);
    assert.equal(await (await get('assets/page-1234.js')).text(), 'export {};');
  });

  it('serves nothing beside it', async () => {
    assert.equal((await get('src/define/all.ts')).status, 404);
    assert.equal((await get('assets/..%2F..%2Fpackage.json')).status, 404);
  });
});
