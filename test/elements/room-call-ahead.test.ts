import { expect } from '@open-wc/testing';
import { arrive, openRoom, type RoomBench } from '../support/room-bench.js';
import { eventually } from '../support/element-suite.js';

const inShadow = ({ room }: RoomBench, selector: string): HTMLElement =>
  room.shadowRoot!.querySelector<HTMLElement>(selector)!;

describe('the call while <ffc-room> connects', () => {
  it('is there unseen and out of reach, and is the same that shows then', async () => {
    let connect = (): void => {};
    const bench = await openRoom('connecting', {
      properties: { autoJoin: true },
      prepare: ({ session }) => void (connect = session.hold('connect')),
    });
    await eventually(bench.room, () => !!bench.room.shadowRoot?.querySelector('ffc-stage'));
    const call = inShadow(bench, '[part=call]');
    expect(getComputedStyle(call).visibility).to.equal('hidden');
    expect(call.inert).to.equal(true);
    connect();
    await arrive(bench.room, 'connected');
    await bench.room.updateComplete;
    expect(inShadow(bench, '[part=call]') === call, 'the same screen').to.equal(true);
    expect(getComputedStyle(call).visibility).to.equal('visible');
    expect(call.inert).to.equal(false);
  });
});
