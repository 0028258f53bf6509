import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { TrackSource } from 'livekit-server-sdk';
import type { Locator } from 'playwright-core';
import { mediaServerOf } from './media-server.js';
import { morePictures, untilItMoves } from './media.js';
import type { Person } from './people.js';
import { Suite } from './suite.js';

type Room = HTMLElementTagNameMap['ffc-room'];

declare global {
  var ffcAnnounced: Promise<string>;
}

describe('screens and boards in a call of three', () => {
  const suite = new Suite();
  let mina: Person;
  let jun: Person;
  let sara: Person;

  before(async () => {
    ({ mina, jun } = await suite.call('Screens'));
    sara = await suite.joined('sara', 'Screens');
    await mina.tile('sara').waitFor();
  });

  const screenOf = (identity: string): Locator =>
    mina.page.locator(`ffc-participant-tile[source=screen_share][identity=${identity}]`);

  /** Resolves when the video of a tile shows a new frame. */
  const plays = (tile: Locator): Promise<void> =>
    untilItMoves('the screen', () => tile.locator('video').evaluate(morePictures, 1));

  /** Resolves when one element is larger than the other. Tiles glide to their places first. */
  async function largerThan(one: Locator, other: Locator): Promise<void> {
    const elements = await Promise.all([one.elementHandle(), other.elementHandle()]);
    await mina.page.waitForFunction((elements) => {
      const [first = 0, second = 0] = elements.map((element) => {
        const { width, height } = element?.getBoundingClientRect() ?? { width: 0, height: 0 };
        return width * height;
      });
      return first > second;
    }, elements);
  }

  it('say who starts to share before the first frame', async () => {
    await mina.page.evaluate(() => {
      const stage = document.querySelector('ffc-room')?.shadowRoot?.querySelector('ffc-stage');
      globalThis.ffcAnnounced = new Promise((resolve) => {
        const look = (): void => {
          const tile = stage?.shadowRoot?.querySelector('[source=screen_share]');
          const message = tile?.shadowRoot?.querySelector('.message')?.textContent.trim();
          if (message) resolve(message);
          if (tile?.shadowRoot)
            observer.observe(tile.shadowRoot, { childList: true, subtree: true });
        };
        const observer = new MutationObserver(look);
        if (stage?.shadowRoot)
          observer.observe(stage.shadowRoot, { childList: true, subtree: true });
      });
    });
    await jun.share();
    const words = await mina.page.evaluate(() => globalThis.ffcAnnounced);
    assert.equal(words, 'Jun Park is starting to share…');
    await plays(screenOf('jun'));
  });

  it('remind the person who shares, with a small preview and a button to stop', async () => {
    const bar = jun.page.locator('ffc-stage .share-bar');
    await bar.getByText('You’re sharing your screen').waitFor();
    await plays(bar);
    assert.equal(await jun.page.locator('ffc-participant-tile[source=screen_share]').count(), 0);
  });

  it('can be paused and resumed, and the others read who paused', async () => {
    const bar = jun.page.locator('ffc-stage .share-bar');
    await bar.getByRole('button', { name: 'Pause' }).click();
    await screenOf('jun').getByText('Jun Park paused sharing').waitFor();
    await bar.getByRole('button', { name: 'Resume' }).click();
    await plays(screenOf('jun'));
  });

  it('of two people are shown side by side, and each can be pinned', async () => {
    await sara.share();
    await plays(screenOf('sara'));
    await largerThan(screenOf('sara'), mina.tile('jun').and(mina.page.locator('[source=camera]')));
    await largerThan(screenOf('jun'), mina.tile('jun').and(mina.page.locator('[source=camera]')));
    await mina.room.evaluate((room) => (room as Room).pin('sara', 'screen_share'));
    await largerThan(screenOf('sara'), screenOf('jun'));
    await plays(screenOf('sara'));
    await mina.room.evaluate((room) => (room as Room).unpin());
  });

  it('fill the stage of a viewer who hides the people beside them', async () => {
    const camera = mina.tile('jun').and(mina.page.locator('[source=camera]'));
    const hide = mina.button('Hide people');
    await hide.click();
    await camera.waitFor({ state: 'detached' });
    await plays(screenOf('jun'));
    await hide.click();
    await camera.waitFor();
  });

  it('fill the whole display for a viewer, and come back', async () => {
    await screenOf('jun').focus();
    await mina.page.keyboard.press('Enter');
    await mina.button('Full screen').last().click();
    await mina.page.waitForFunction(() => document.fullscreenElement !== null);
    await plays(screenOf('jun'));
    await mina.page.evaluate(() => document.exitFullscreen());
    await plays(screenOf('jun'));
  });

  it('end one at a time with the button of the person who shares', async () => {
    await jun.page.locator('ffc-stage .share-bar').getByRole('button').last().click();
    await screenOf('jun').waitFor({ state: 'detached' });
    await plays(screenOf('sara'));
    await sara.share(false);
    await screenOf('sara').waitFor({ state: 'detached' });
  });

  it('give the main place to an element of the page, and take it back with the element', async () => {
    await mina.room.evaluate((room) => {
      const board = document.createElement('textarea');
      board.slot = 'screen';
      board.setAttribute('aria-label', 'Board');
      room.append(board);
    });
    const board = mina.page.getByRole('textbox', { name: 'Board' });
    await largerThan(board, mina.tile('jun'));
    await board.fill('Agenda');
    // A shared screen is shown beside the board.
    await jun.share();
    await plays(screenOf('jun'));
    await largerThan(board, mina.tile('sara'));
    await jun.share(false);
    await screenOf('jun').waitFor({ state: 'detached' });
    assert.equal(await board.inputValue(), 'Agenda');
    await board.evaluate((element) => element.remove());
    await mina.page.locator('ffc-stage .screen').waitFor({ state: 'hidden' });
  });

  it('are missed by the person whose share the server has stopped', async () => {
    await jun.share();
    await plays(screenOf('jun'));
    const { server, media } = await mediaServerOf(suite.sandbox);
    await server.updateParticipant(media.name, 'jun', {
      permission: {
        canSubscribe: true,
        canPublish: true,
        canPublishData: true,
        canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE],
      },
    });
    const notice = jun.room.locator('[part=notice]', { hasText: 'Your screen share was stopped' });
    await notice.waitFor();
    await jun.page.locator('ffc-stage .share-bar').waitFor({ state: 'detached' });
    for (const { complaints } of [mina, jun, sara]) assert.deepEqual(complaints, []);
  });
});
