/** Tests README's code for React in the empty app that the registry's starter creates. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { AppBackend } from '../e2e/app-backend.js';
import { Person } from '../e2e/people.js';
import { launchChromium } from '../support/chromium.js';
import { buildExample, serveFiles, type Served } from './support/example.js';
import { installPackage, root, runTool } from './support/package.js';

const app = join(root, 'apps/starter');
const folder = join(app, 'example');
const [, lines = ''] = /^```tsx\n(.*?)^```$/ms.exec(readFileSync('README.md', 'utf8')) ?? [];

describe("README's lines in the starter of the registry", () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let served: Served;
  const people: Person[] = [];

  before(async () => {
    installPackage();
    sandbox = await startSandbox();
    browser = await launchChromium();
    rmSync(folder, { recursive: true, force: true });
    const starter = ['example', '--template', 'react-ts', '--no-interactive'];
    await runTool(app, 'create-vite/index.js', ...starter);
  });
  after(async () => {
    for (const person of people) await person.close();
    await browser?.close();
    await served?.stop();
    await sandbox?.stop();
  });

  it('have types that the starter accepts, and are built by it', async () => {
    assert.match(lines, /<FfcRoomList/);
    const local = lines.replaceAll('endpoint="sandbox"', `endpoint="${sandbox.serviceUrl}"`);
    assert.notEqual(local, lines);
    writeFileSync(join(folder, 'src/App.tsx'), local);
    await buildExample(folder, sandbox);
    served = await serveFiles(join(folder, 'dist'), sandbox);
  });

  it('show the list and the room, and join a call', async () => {
    await new AppBackend(sandbox).createRoom('mina', 'Made by a starter');
    for (const user of ['mina', 'jun']) {
      const person = await Person.at(browser, served, user);
      people.push(person);
      await person.pick('Made by a starter');
      await person.join();
    }
    const [mina, jun] = people;
    await Promise.all([mina?.sees('jun'), jun?.sees('mina')]);
    assert.deepEqual(
      people.flatMap(({ complaints }) => complaints),
      [],
    );
  });
});
