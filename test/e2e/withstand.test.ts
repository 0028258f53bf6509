import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { launchChromium } from '../support/chromium.js';
import { AppBackend } from './app-backend.js';
import { openLab } from './lab.js';
import { Suite } from './suite.js';

describe('a page on which something goes wrong', () => {
  const suite = new Suite(startSandbox);
  let sandbox: Sandbox;
  let backend: AppBackend;
  let browser: Browser;
  let room: { id: number };

  before(async () => {
    ({ browser, sandbox } = suite);
    backend = new AppBackend(sandbox);
    room = await backend.createRoom('mina', 'Laboratory');
  });

  const tag = (attributes: string): string =>
    `<ffc-room id="room" endpoint="${sandbox.serviceUrl}" ${attributes}></ffc-room>`;
  const asMina = (attributes: string): string =>
    tag(`token-url="/ffc/token?user=mina" ${attributes}`);

  it('says that the endpoint is missing', async () => {
    const lab = await openLab(
      browser,
      sandbox,
      '<ffc-room id="room" room-id="1"></ffc-room><ffc-room-list></ffc-room-list>',
    );
    await lab.state('failed');
    await lab.event({ type: 'ffc-error', error: 'missing-endpoint', stage: 'setup' });
    for (const tag of ['ffc-room', 'ffc-room-list']) {
      await lab.page.locator(tag).getByText('This call isn’t set up yet').waitFor();
    }
    assert.deepEqual(lab.complaints, []);
    await lab.close();
  });

  it('says that there is no token source', async () => {
    const lab = await openLab(browser, sandbox, tag('room-id="1"'));
    await lab.state('failed');
    await lab.event({ type: 'ffc-error', error: 'missing-token-source', stage: 'setup' });
    await lab.page.locator('ffc-room summary').click();
    await lab.shows('missing-token-source');
    await lab.close();
  });

  it('says that a room does not exist', async () => {
    const lab = await openLab(browser, sandbox, asMina('room-id="999999"'));
    await lab.state('failed');
    await lab.event({ type: 'ffc-error', error: 'room-not-found', stage: 'api' });
    await lab.close();
  });

  it('asks again for a password that was wrong, and lets the right one in', async () => {
    const locked = await backend.createRoom('mina', 'Locked', { password: 'right' });
    const lab = await openLab(browser, sandbox, asMina(`room-id="${locked.id}"`));
    await lab.state('password');
    const field = lab.page.getByRole('textbox', { name: 'Password' });
    await field.fill('wrong');
    await field.press('Enter');
    await lab.shows('Wrong password. Try again.');
    await lab.event({ type: 'ffc-error', error: 'wrong-password' });
    await field.fill('right');
    await field.press('Enter');
    await lab.state('prejoin');
    await lab.join();
    assert.doesNotMatch(await lab.page.content(), /right"|webRtcToken|eyJ/);
    await lab.close();
  });

  it('gives up after a second refused token', async () => {
    const lab = await openLab(browser, sandbox, tag(''));
    const reasons = await lab.page.evaluate(async (roomId) => {
      const element = document.querySelector('ffc-room');
      if (!element) throw new Error('no room');
      const asked: string[] = [];
      element.tokenProvider = ({ reason }) => {
        asked.push(reason);
        return 'an-old-token';
      };
      const failed = new Promise((resolve) => {
        element.addEventListener('ffc-error', resolve);
      });
      element.roomId = roomId;
      await failed;
      return asked;
    }, String(room.id));
    assert.deepEqual(reasons, ['initial', 'unauthorized']);
    await lab.event({ type: 'ffc-error', error: 'token-rejected' });
    await lab.state('failed');
    await lab.close();
  });

  it('continues with a second token after the first is refused', async () => {
    const lab = await openLab(browser, sandbox, tag(''));
    await lab.page.evaluate((roomId) => {
      const element = document.querySelector('ffc-room');
      if (!element) throw new Error('no room');
      element.tokenProvider = async ({ reason, signal }) => {
        if (reason === 'initial') return 'an-old-token';
        const answer = await fetch('/ffc/token?user=mina', { method: 'POST', signal });
        return ((await answer.json()) as { accessToken: string }).accessToken;
      };
      element.roomId = roomId;
    }, String(room.id));
    await lab.state('prejoin');
    await lab.close();
  });

  it('joins without a camera and a microphone that are denied', async (test) => {
    const denying = await launchChromium((args) =>
      args.filter((arg) => arg !== '--use-fake-ui-for-media-stream'),
    );
    test.after(() => denying.close());
    const lab = await openLab(denying, sandbox, asMina(`room-id="${room.id}"`), {
      permissions: [],
    });
    await lab.event({ type: 'ffc-error', error: 'device-denied', stage: 'device' });
    await lab.join();
  });

  it('joins without a camera and a microphone where there are none', async (test) => {
    const bare = await launchChromium((args) =>
      args.filter((arg) => !arg.startsWith('--use-fake-device-for-media-stream')),
    );
    test.after(() => bare.close());
    const lab = await openLab(bare, sandbox, asMina(`room-id="${room.id}"`));
    await lab.event({ type: 'ffc-error', error: 'device-not-found', stage: 'device' });
    await lab.join();
  });

  it('leaves nothing running when it is removed at any moment of a join', async () => {
    for (const state of ['loading', 'prejoin', 'connecting', 'connected']) {
      const lab = await openLab(browser, sandbox, asMina(''));
      await lab.page.evaluate(
        ([roomId, moment]) =>
          new Promise<void>((resolve) => {
            const element = document.querySelector('ffc-room');
            if (!element) throw new Error('no room');
            element.addEventListener('ffc-state-change', ({ state }) => {
              if (state === 'prejoin' && moment !== 'prejoin') void element.join().catch(() => {});
              if (state !== moment) return;
              element.remove();
              resolve();
            });
            element.roomId = String(roomId);
          }),
        [room.id, state] as const,
      );
      await lab.nothingLeft();
      assert.deepEqual(lab.complaints, [], `removed while ${state}`);
      await lab.close();
    }
  });

  it('keeps the call when it is moved', async () => {
    const lab = await openLab(
      browser,
      sandbox,
      `${asMina(`room-id="${room.id}" auto-join`)}<main></main>`,
    );
    await lab.state('connected');
    await lab.page.evaluate(() => {
      document.querySelector('main')?.append(document.querySelector('ffc-room') ?? '');
    });
    await lab.page.locator('main ffc-room[state="connected"] video').first().waitFor();
    const states = await lab.page.evaluate(() =>
      globalThis.ffcSeen.flatMap(({ state }) => state ?? []),
    );
    assert.equal(states.at(-1), 'connected');
    await lab.close();
  });

  it('carries two rooms on one page', async () => {
    const two = ['mina', 'jun'].map(
      (user) =>
        `<ffc-room id="${user}" endpoint="${sandbox.serviceUrl}" auto-join room-id="${room.id}"
          token-url="/ffc/token?user=${user}" lang="${user === 'jun' ? 'ko' : 'en'}"></ffc-room>`,
    );
    const lab = await openLab(browser, sandbox, two.join(''));
    await lab.state('connected', 'mina');
    await lab.state('connected', 'jun');
    await lab.page.locator('#mina ffc-participant-tile[identity="jun"] video').waitFor();
    await lab.page.locator('#jun ffc-participant-tile[identity="mina"] video').waitFor();
    await lab.page.locator('#mina').getByRole('button', { name: 'Leave' }).click();
    await lab.state('left', 'mina');
    await lab.state('connected', 'jun');
    await lab.page.locator('#jun').getByRole('button', { name: '나가기' }).waitFor();
    await lab.close();
  });

  it('works when its elements are defined twice', async () => {
    const lab = await openLab(browser, sandbox, asMina(`room-id="${room.id}"`));
    await lab.page.addScriptTag({ type: 'module', url: '/src/define/ffc-room.ts?again' });
    await lab.page.addScriptTag({ type: 'module', url: '/src/define/ffc-room-list.ts?again' });
    await lab.state('prejoin');
    assert.deepEqual(lab.complaints, []);
    await lab.close();
  });

  it('shows a hostile title as text', async () => {
    const title = '<img src=x onerror=alert(1)>';
    const hostile = await backend.createRoom('mina', title);
    const lab = await openLab(
      browser,
      sandbox,
      `${asMina(`room-id="${hostile.id}"`)}
      <ffc-room-list endpoint="${sandbox.serviceUrl}" token-url="/ffc/token?user=mina"></ffc-room-list>`,
    );
    // The screen of the call is rendered ahead, out of sight: it has the title, too.
    const titles = lab.page.locator('ffc-room').getByText(title);
    await titles.filter({ visible: true }).first().waitFor();
    await lab.page.locator('ffc-room-list').getByText(title).first().waitFor();
    assert.equal(await lab.page.locator('img[src="x"]').count(), 0);
    assert.deepEqual(lab.complaints, []);
    await lab.close();
  });

  for (const garbage of [
    '<html>Bad gateway',
    '{"content": 7}',
    '[]',
    'null',
    '{"content":[{}',
  ] as const) {
    it(`says that the list cannot be read when the answer is ${garbage}, and loads on retry`, async () => {
      const lab = await openLab(browser, sandbox, '<ffc-room-list id="list"></ffc-room-list>');
      const lists = '**/v2/members/me/video-rooms?*';
      await lab.page.route(lists, (route) =>
        route.fulfill({
          body: garbage,
          contentType: 'application/json',
          headers: { 'access-control-allow-origin': '*' },
        }),
      );
      await lab.page.evaluate((endpoint) => {
        const list = document.querySelector('ffc-room-list');
        list?.setAttribute('token-url', '/ffc/token?user=mina');
        list?.setAttribute('endpoint', endpoint);
      }, sandbox.serviceUrl);
      await lab.event({ type: 'ffc-error', error: 'invalid-response', stage: 'api' });
      await lab.page.unroute(lists);
      await lab.page.getByRole('button', { name: 'Try again' }).click();
      await lab.event({ type: 'ffc-rooms-load' });
      await lab.close();
    });
  }
});

describe('a media server that dies', () => {
  const suite = new Suite(startSandbox);

  it('makes a call wait for it, and is the reason of a failed join', async () => {
    const { browser, sandbox } = suite;
    const room = await new AppBackend(sandbox).createRoom('mina', 'Shaky');
    const tag = `<ffc-room id="room" endpoint="${sandbox.serviceUrl}" auto-join
      token-url="/ffc/token?user=mina" room-id="${room.id}"></ffc-room>`;
    const lab = await openLab(browser, sandbox, tag);
    await lab.state('connected');

    await sandbox.livekit.kill();
    await lab.state('reconnecting');
    await sandbox.livekit.restart();
    await lab.state('connected');

    await sandbox.livekit.kill();
    const other = await openLab(browser, sandbox, tag.replace('user=mina', 'user=jun'));
    await other.state('failed');
    const { error } = await other.event({ type: 'ffc-error' });
    assert.match(String(error), /media-server-unreachable|server-error/);
    await other.nothingLeft();

    await sandbox.livekit.restart();
    await other.page.getByRole('button', { name: 'Try again' }).click();
    await other.state('connected');
  });
});
