/**
 * Builds each app of `examples/` with the packed package, as a developer builds a copy. Two people
 * then use it in Chromium with the sandbox and a real LiveKit server.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { AppBackend } from '../e2e/app-backend.js';
import { watchResources } from '../e2e/lab.js';
import { Person } from '../e2e/people.js';
import { launchChromium } from '../support/chromium.js';
import {
  buildExample,
  copyExample,
  fillPage,
  serveFiles,
  startNext,
  type Served,
} from './support/example.js';
import { installPackage, root } from './support/package.js';

let sandbox: Sandbox;
let browser: Browser;

before(async () => {
  installPackage();
  sandbox = await startSandbox();
  browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  await sandbox?.stop();
});

/** Builds and serves each example. */
const examples: Readonly<Record<string, (folder: string) => Promise<Served>>> = {
  html(folder) {
    fillPage(folder, sandbox);
    return serveFiles(folder, sandbox);
  },
  'react-18': buildAndServe,
  'react-19': buildAndServe,
  vue: buildAndServe,
  svelte: buildAndServe,
  angular: buildAndServe,
  async next(folder) {
    await buildExample(folder, sandbox);
    return startNext(folder);
  },
};

async function buildAndServe(folder: string): Promise<Served> {
  await buildExample(folder, sandbox);
  return serveFiles(join(folder, 'dist'), sandbox);
}

for (const [name, serve] of Object.entries(examples)) {
  describe(`the example for ${name}`, () => {
    const title = `Made with ${name}`;
    let served: Served;
    let mina: Person;
    let jun: Person;

    before(async () => {
      served = await serve(copyExample(name));
      await new AppBackend(sandbox).createRoom('mina', title);
      mina = await Person.at(browser, served, 'mina', '', watchResources);
      jun = await Person.at(browser, served, 'jun', '', watchResources);
    });
    after(async () => {
      await Promise.all([mina?.close(), jun?.close()]);
      await served?.stop();
    });

    it('shows the rooms, joins the picked one, and shows each person the other', async () => {
      for (const person of [mina, jun]) {
        await person.pick(title);
        await person.join();
      }
      await Promise.all([mina.sees('jun'), jun.sees('mina')]);
    });

    it('hears the events of the room', () => mina.page.getByText('Jun Park is here').waitFor());

    it('mutes with its own button, which shows the state', async () => {
      const button = (isHeard: boolean) =>
        mina.page.getByRole('button', { name: 'My microphone', pressed: isHeard });
      await button(true).click();
      await button(false).waitFor();
      await jun.event({ type: 'ffc-track-muted', identity: 'mina', source: 'microphone' });
    });

    it('leaves nothing behind when its rooms are removed, and starts again', async () => {
      await mina.button('Close the rooms').click();
      await nothingLeft(mina.page);
      assert.equal(await mina.page.locator('ffc-room, ffc-room-list').count(), 0);
      await jun.event({ type: 'ffc-participant-left', identity: 'mina' });
      await mina.button('Open the rooms').click();
      await mina.button(title).first().waitFor();
    });

    it('hangs up by its own button', async () => {
      await jun.button('Hang up').click();
      await jun.state('left');
      await nothingLeft(jun.page);
      assert.deepEqual([...mina.complaints, ...jun.complaints], []);
    });

    it('asks for versions that it was tried with', () => {
      for (const [wanted, range] of Object.entries(dependenciesOf(name))) {
        const { version } = JSON.parse(
          readFileSync(join(modulesOf(name, wanted), wanted, 'package.json'), 'utf8'),
        ) as { readonly version: string };
        const least = /^\^([\d.]+)$/.exec(range)?.[1] ?? '';
        const [major, minor] = least.split('.').map(Number);
        const [hasMajor, hasMinor] = version.split('.').map(Number);
        assert.equal(hasMajor, major, `${wanted} ${range}: ${version}`);
        assert.ok((hasMinor ?? 0) >= (minor ?? 0), `${wanted} ${range}: ${version}`);
      }
    });
  });
}

function nothingLeft(page: Page): Promise<unknown> {
  return page.waitForFunction(() =>
    Object.values(globalThis.ffcLeftovers()).every((count) => count === 0),
  );
}

function dependenciesOf(name: string): Readonly<Record<string, string>> {
  const file = join('examples', name, 'package.json');
  if (!existsSync(file)) return {};
  const { dependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return { ...dependencies, ...devDependencies };
}

function modulesOf(name: string, wanted: string): string {
  const own = join(root, 'apps', name, 'node_modules');
  return existsSync(join(own, wanted)) ? own : join(root, 'node_modules');
}
