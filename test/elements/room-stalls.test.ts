import { expect } from '@open-wc/testing';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { eventually } from '../support/element-suite.js';
import { joinRoom, newsRegion, type RoomBench } from '../support/room-bench.js';

const sentence = 'No video is coming in';

function banner(room: FfcRoomElement): string {
  return room.shadowRoot!.querySelector('[part~=banner]')?.textContent ?? '';
}

/** A call with two other participants, whose tiles show their cameras. */
async function withTwo(): Promise<RoomBench> {
  const bench = await joinRoom({
    prepare: ({ session }) => {
      session.addParticipant({ identity: 'ada' });
      session.addParticipant({ identity: 'bo' });
    },
  });
  const stage = bench.room.shadowRoot!.querySelector('ffc-stage')!;
  const videos = (): number =>
    [...stage.shadowRoot!.querySelectorAll('ffc-participant-tile')].filter(({ shadowRoot }) =>
      shadowRoot?.querySelector('video'),
    ).length;
  await eventually(
    stage,
    () => stage.shadowRoot!.querySelectorAll('ffc-participant-tile').length === 3,
  );
  for (const tile of stage.shadowRoot!.querySelectorAll('ffc-participant-tile')) {
    await eventually(tile, () => tile.shadowRoot!.querySelector('video'));
  }
  expect(videos()).to.equal(3);
  return bench;
}

describe('<ffc-room> when all incoming video stalls', () => {
  it('shows a notice once every video is frozen, until one moves again', async () => {
    const { room, services } = await withTwo();
    services.session.stallTrack('ada', 'camera');
    await room.updateComplete;
    expect(banner(room)).to.equal('');
    services.session.stallTrack('bo', 'camera');
    await eventually(room, () => banner(room).includes(sentence));
    expect(room.state).to.equal('connected');
    services.session.stallTrack('ada', 'camera', false);
    await eventually(room, () => banner(room) === '');
  });

  it('announces it to screen readers, too', async () => {
    const { room, services } = await withTwo();
    services.session.stallTrack('ada', 'camera');
    services.session.stallTrack('bo', 'camera');
    const region = newsRegion(room)!;
    await eventually(room, () => region.textContent?.includes(sentence));
  });

  it('ignores videos that are off', async () => {
    const { room, services } = await withTwo();
    services.session.setMuted('bo', 'camera', true);
    services.session.stallTrack('ada', 'camera');
    await eventually(room, () => banner(room).includes(sentence));
  });

  it('shows a notice when the only participant with a moving video has left', async () => {
    const { room, services } = await withTwo();
    services.session.stallTrack('ada', 'camera');
    services.session.removeParticipant('bo');
    await eventually(room, () => banner(room).includes(sentence));
  });

  it('shows no notice after the call', async () => {
    const { room, services } = await withTwo();
    services.session.stallTrack('ada', 'camera');
    services.session.stallTrack('bo', 'camera');
    await eventually(room, () => banner(room).includes(sentence));
    await room.leave();
    await room.updateComplete;
    expect(banner(room)).to.equal('');
    await room.join();
    await room.updateComplete;
    expect(banner(room)).to.equal('');
  });
});
