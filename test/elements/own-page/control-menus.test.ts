import { expect } from '@open-wc/testing';
import '../../../src/define/ffc-devices-button.js';
import { eventually } from '../../support/element-suite.js';
import { joinRoom } from '../../support/room-bench.js';

describe('The menu of a control, whose code loads behind the call', () => {
  it('opens with a click that came before the code', async () => {
    const { room } = await joinRoom({ properties: { controls: 'leave' } });
    const part = document.createElement('ffc-devices-button');
    room.append(part);
    await part.updateComplete;
    const button = await eventually(part, () => part.renderRoot.querySelector('button'));
    const menu = (): HTMLElement | null => part.renderRoot.querySelector('#menu');
    expect(menu() === null, 'not yet there').to.equal(true);

    button.click();
    await eventually(part, () => menu()?.matches(':popover-open') && menu()!.matches('.placed'));
  });
});
