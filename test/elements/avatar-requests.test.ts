import { expect } from '@open-wc/testing';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import { createTestRoom } from '../support/test-room.js';
import { addTile, mina, part } from '../support/tile.js';

/** The number of the browser's requests for a URL. */
const requestsFor = (url: string): number =>
  performance.getEntriesByType('resource').filter(({ name }) => name === url).length;

describe('the picture of a member that cannot be loaded', () => {
  it('is requested once for all tiles and all changes of the participant', async () => {
    // The browser keeps 250 entries, which earlier tests of the page may have used up.
    performance.clearResourceTimings();
    const url = new URL(`/no-such-picture-${crypto.randomUUID()}.png`, location.href).href;
    const room = await createTestRoom({
      participants: [
        {
          ...mina,
          camera: false,
          metadata: { appUserName: 'Mina', appUserProfileImgUrl: url },
        },
      ],
    });
    const tile = await addTile(room);
    await eventually(tile, () => !part(tile, 'avatar')!.querySelector('img'));
    for (const on of [true, false, true, false]) {
      room.session.setMuted('mina', 'microphone', on);
      room.session.setSpeaking(on ? {} : { mina: 0.8 });
      await tile.updateComplete;
    }
    // Turning the pages of a stage removes tiles and adds new ones.
    for (let n = 0; n < 5; n++) {
      tile.remove();
      const another = await addTile(room);
      await nextMacrotask();
      expect(part(another, 'avatar')!.querySelectorAll('img')).to.have.length(0);
      expect(part(another, 'avatar')!.textContent.trim()).to.equal('M');
      another.remove();
    }
    expect(requestsFor(url)).to.equal(1);
  });
});
