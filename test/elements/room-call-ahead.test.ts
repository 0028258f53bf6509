import { expect } from '@open-wc/testing';
import { arrive, openRoom, type RoomBench } from '../support/room-bench.js';
import { eventually } from '../support/element-suite.js';

const inShadow = ({ room }: RoomBench, selector: string): HTMLElement =>
  room.shadowRoot!.querySelector<HTMLElement>(selector)!;

/** Expects that the screen of the call is rendered, but neither seen nor reached. */
async function expectAhead(bench: RoomBench): Promise<HTMLElement> {
  await eventually(bench.room, () => !!bench.room.shadowRoot?.querySelector('ffc-stage'));
  const call = inShadow(bench, '[part=call]');
  expect(getComputedStyle(call).visibility).to.equal('hidden');
  expect(call.inert).to.equal(true);
  return call;
}

/** Expects that the running call shows the screen that was rendered ahead. */
async function expectShown(bench: RoomBench, call: HTMLElement): Promise<void> {
  await arrive(bench.room, 'connected');
  await bench.room.updateComplete;
  expect(inShadow(bench, '[part=call]') === call, 'the same screen').to.equal(true);
  expect(getComputedStyle(call).visibility).to.equal('visible');
  expect(call.inert).to.equal(false);
}

describe('the call that <ffc-room> renders ahead', () => {
  it('is there unseen and out of reach in the preview, and is the same that shows then', async () => {
    const bench = await openRoom('prejoin');
    const call = await expectAhead(bench);
    inShadow(bench, 'ffc-prejoin').shadowRoot!.querySelector<HTMLElement>('.join')!.click();
    await expectShown(bench, call);
  });

  it('is there while the room connects without a preview', async () => {
    let connect = (): void => {};
    const bench = await openRoom('connecting', {
      properties: { autoJoin: true },
      prepare: ({ session }) => void (connect = session.hold('connect')),
    });
    const call = await expectAhead(bench);
    connect();
    await expectShown(bench, call);
  });
});
