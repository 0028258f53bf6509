/** Tests `npx ffc-elements sandbox` of the packed package, where nothing else is installed. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launchChromium } from '../support/chromium.js';
import { anyPorts, otherLiveKit, start } from '../sandbox/support/processes.js';

const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly bin: Readonly<Record<string, string>>;
};
let folder: string;
let command: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ffc-sandbox-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [file = ''] = readdirSync(folder);
  execFileSync('tar', ['xzf', join(folder, file), '-C', folder]);
  command = join(folder, 'package', bin['ffc-elements'] ?? '');
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the command of the package', () => {
  it('lists its options', () => {
    for (const [args, status, text] of [
      [[], 0, /npx ffc-elements sandbox/],
      [['nothing'], 1, /npx ffc-elements sandbox/],
      [['sandbox', '--help'], 0, /npx ffc-elements sandbox \[options\][\s\S]*--service-port/],
      [['sandbox', '--port=x'], 1, /--port .*takes a number/],
    ] as const) {
      const ended = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
      assert.equal(ended.status, status, ended.stderr);
      assert.match(ended.stdout + ended.stderr, text);
    }
  });

  it('starts a sandbox, whose page lists its rooms', async (test) => {
    const args = [command, 'sandbox', ...anyPorts];
    const { line, child, ended } = start(test, process.execPath, args, otherLiveKit);
    const url = (await line(/^Ready: /)).slice('Ready: '.length);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${url}?user=mina`);
      const list = page.locator('ffc-room-list');
      await list.getByRole('button', { name: 'New room' }).first().waitFor();
      await list.getByRole('button', { name: 'Weekly design review' }).first().waitFor();
      await page.locator('img[src="/mark.svg"]').waitFor();
      for (const path of ['../package.json', '%2e%2e/cli.js', 'sandbox/page/main.ts']) {
        assert.equal((await fetch(url + path)).status, 404, path);
      }
      assert.deepEqual(complaints, []);
    } finally {
      await browser.close();
    }
    child.kill('SIGTERM');
    assert.equal(await ended, 0);
  });

  it('keeps its state in the file of --state', async (test) => {
    const state = join(folder, 'state.sqlite');
    for (const round of [1, 2]) {
      const args = [command, 'sandbox', ...anyPorts, `--state=${state}`];
      const { line, child, ended } = start(test, process.execPath, args, otherLiveKit);
      await line(/^Ready: /);
      child.kill('SIGTERM');
      assert.equal(await ended, 0, `round ${round}`);
    }
  });

  it('explains the remedy where LiveKit is neither installed nor reachable', async (test) => {
    const started = start(test, process.execPath, [command, 'sandbox', ...anyPorts], {
      PATH: '/nowhere',
      XDG_CACHE_HOME: join(folder, 'cache'),
      HOME: folder,
      FFC_LIVEKIT_RELEASES: 'http://127.0.0.1:2',
    });
    await started.line(/install Go/);
    await started.line(/npx ffc-elements sandbox$/);
    await started.line(/^Ready: /);
    started.child.kill('SIGTERM');
    assert.equal(await started.ended, 0);
  });
});
