import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Person } from './people.js';
import { Suite } from './suite.js';

describe('a call that moves to another window', () => {
  const suite = new Suite();
  let mina: Person;

  before(async () => {
    ({ mina } = await suite.call('Standup'));
    await mina.sees('jun');
    await mina.setControls('microphone fullscreen pip');
  });

  it('fills the whole screen and comes back, with moving pictures', async () => {
    await mina.button('Full screen').click();
    await mina.page.waitForFunction(() => document.fullscreenElement?.localName === 'ffc-room');
    await mina.sees('jun');
    await mina.button('Full screen').click();
    await mina.page.waitForFunction(() => document.fullscreenElement === null);
    await mina.sees('jun');
  });

  it('goes on in a picture-in-picture window, and back on the page', async () => {
    const hasWindows = await mina.page.evaluate(() => 'documentPictureInPicture' in window);
    assert.ok(hasWindows, 'Chromium has windows for picture-in-picture');
    await mina.button('Picture in picture').click();
    await mina.page.waitForFunction(() => !document.querySelector('ffc-room'));
    // The time of a video advances only if the video plays in the other window.
    await mina.page.waitForFunction(() => {
      const { documentPictureInPicture: own } = window as unknown as {
        documentPictureInPicture: { window: Window | null };
      };
      const room = own.window?.document.querySelector('ffc-room');
      const stage = room?.shadowRoot?.querySelector('ffc-stage');
      const tile = stage?.shadowRoot?.querySelector('ffc-participant-tile[identity=jun]');
      const video = tile?.shadowRoot?.querySelector('video');
      return (video?.currentTime ?? 0) > 0 && room?.getAttribute('state') === 'connected';
    });
    await mina.button('Bring the call back').click();
    await mina.state('connected');
    await mina.sees('jun');
    const states = (await mina.events()).filter(({ type }) => type === 'ffc-state-change');
    assert.equal(states.at(-1)?.state, 'connected');
    assert.deepEqual(mina.complaints, []);
  });
});
