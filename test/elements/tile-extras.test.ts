import { expect } from '@open-wc/testing';
import '../../src/define/ffc-participant-tile.js';
import { eventually } from '../support/element-suite.js';
import { createTestRoom } from '../support/test-room.js';
import { mina, part } from '../support/tile.js';

describe('The code that loads after the first tile of a page', () => {
  it('shows by itself once it is there, without any change of the participant', async () => {
    const room = await createTestRoom({ participants: [{ ...mina, quality: 'poor' }] });
    const tile = document.createElement('ffc-participant-tile');
    tile.identity = mina.identity;
    room.host.append(tile);
    await tile.updateComplete;
    expect(part(tile, 'name')!.textContent).to.equal('Mina Kim');

    await eventually(tile, () => tile.renderRoot.querySelector('.quality.poor'));
  });
});
