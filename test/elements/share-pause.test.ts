import { expect } from '@open-wc/testing';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import { FfcScreenPauseRequestEvent } from '../../src/events/share-request-events.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { eventually } from '../support/element-suite.js';
import { factsLoaded, joinRoom, type RoomBench } from '../support/room-bench.js';
import { createStage, tilesOf } from '../support/stage.js';

const stageOf = (room: FfcRoomElement): FfcStageElement =>
  room.shadowRoot!.querySelector('ffc-stage')!;
const barOf = (room: FfcRoomElement): HTMLElement | null =>
  stageOf(room).renderRoot.querySelector('[part=share-bar]');
const buttonOf = (room: FfcRoomElement): HTMLButtonElement => barOf(room)!.querySelector('button')!;

/** A call whose person shares the screen. */
async function share(): Promise<RoomBench> {
  const bench = await joinRoom({
    prepare: ({ session }) => void session.addParticipant({ identity: 'jun', name: 'Jun' }),
  });
  await factsLoaded(bench.room);
  await bench.room.setScreenShareEnabled(true);
  await eventually(stageOf(bench.room), () => barOf(bench.room));
  return bench;
}

describe('the pause of one’s own share', () => {
  it('mutes the share and keeps it, until it is resumed', async () => {
    const { room, services } = await share();
    const isMuted = (): boolean | undefined =>
      services.session.participants()[0]!.tracks.find(({ source }) => source === 'screen_share')
        ?.muted;
    expect(buttonOf(room)).to.have.trimmed.text('Pause');
    buttonOf(room).click();
    await eventually(stageOf(room), () => buttonOf(room).textContent.includes('Resume'));
    expect(isMuted()).to.equal(true);
    expect(room.screenShare.enabled).to.equal(true);
    expect(barOf(room)).to.contain.text('You paused sharing your screen');
    await expect(stageOf(room)).to.be.accessible();
    buttonOf(room).click();
    await eventually(stageOf(room), () => buttonOf(room).textContent.includes('Pause'));
    expect(isMuted()).to.equal(false);
    await room.setScreenShareEnabled(false);
    await eventually(stageOf(room), () => barOf(room) === null);
  });

  it('is a request that a page can send, and cancel', async () => {
    const { room } = await share();
    room.dispatchEvent(new FfcScreenPauseRequestEvent({}));
    await eventually(stageOf(room), () => buttonOf(room).textContent.includes('Resume'));
    const asked = new Promise<FfcScreenPauseRequestEvent>((resolve) =>
      room.addEventListener(
        'ffc-screen-pause-request',
        (event) => {
          event.preventDefault();
          resolve(event);
        },
        { once: true },
      ),
    );
    buttonOf(room).click();
    expect((await asked).paused).to.equal(false);
    await stageOf(room).updateComplete;
    expect(buttonOf(room)).to.have.trimmed.text('Resume');
  });

  it('shares nothing where no share runs', async () => {
    const { room } = await share();
    await room.setScreenShareEnabled(false);
    room.dispatchEvent(new FfcScreenPauseRequestEvent({ paused: true }));
    await stageOf(room).updateComplete;
    expect(room.screenShare.enabled).to.equal(false);
  });
});

describe('a share that somebody else paused', () => {
  it('says so instead of a picture, until it is resumed', async () => {
    const { room, stage } = await createStage({ crowd: 1 });
    room.session.publish('guest1', 'screen_share');
    const tile = () => tilesOf(stage).find(({ source }) => source === 'screen_share');
    await eventually(stage, tile);
    room.session.setMuted('guest1', 'screen_share', true);
    const text = (): string => tile()!.renderRoot.textContent;
    await eventually(tile()!, () => text().includes('paused sharing'));
    expect(tile()!.renderRoot.querySelector('video') === null).to.equal(true);
    room.session.setMuted('guest1', 'screen_share', false);
    await eventually(tile()!, () => !text().includes('paused sharing'));
  });
});
