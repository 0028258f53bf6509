import { expect } from '@open-wc/testing';
import { roomHandleKey } from '../../src/parts/room-handle.js';
import { eventually } from '../support/element-suite.js';
import {
  arrive,
  heardJoin,
  joinRoom,
  newsRegion,
  openRoom,
  type RoomBench,
  type RoomBenchOptions,
  shownText,
} from '../support/room-bench.js';

const jun = {
  identity: 'jun',
  metadata: { appUserId: 'jun', appUserName: 'Jun', channelMemberType: 'OPERATOR' },
};
const stopped = 'Your screen share was stopped';

/** The texts of the notices over the stage. */
const noticesOf = ({ room }: RoomBench): string[] =>
  [...room.shadowRoot!.querySelectorAll('[part=notice] > span')].map(
    ({ textContent }) => textContent,
  );

/** Waits until a notice shows. */
const see = (bench: RoomBench, text: string): Promise<unknown> =>
  eventually(bench.room, () => noticesOf(bench).includes(text));

/** A call with Jun, who hosts it, once the code of its news is there. */
async function joinJun(prepare?: RoomBenchOptions['prepare']): Promise<RoomBench> {
  const bench = await joinRoom({
    prepare: (services) => {
      services.session.addParticipant(jun);
      prepare?.(services);
    },
  });
  await heardJoin(bench.room);
  return bench;
}

/** Such a call in which the person shares a screen. */
async function share(prepare?: RoomBenchOptions['prepare']): Promise<RoomBench> {
  const bench = await joinJun(prepare);
  await bench.room.setScreenShareEnabled(true);
  return bench;
}

describe('a notice of what somebody else turned off', () => {
  it('shows, as screen readers hear it, that a screen share was stopped', async () => {
    const bench = await share();
    bench.services.session.unpublish('me', 'screen_share');
    await eventually(bench.room, () => newsRegion(bench.room)!.textContent === stopped);
    await see(bench, stopped);
    expect(bench.room.screenShare.enabled).to.equal(false);
    await expect(bench.room).to.be.accessible();
  });

  it('does not show for a share that the person stopped, in the room or in the browser', async () => {
    const captured = new EventTarget() as MediaStreamTrack;
    const bench = await share(({ session }) => {
      session.mediaTrack = (sid) => (sid === 'local:screen_share' ? captured : undefined);
    });
    const { room, services } = bench;
    await room.setScreenShareEnabled(false);
    await room.setScreenShareEnabled(true);
    services.session.unpublish('me', 'screen_share');
    captured.dispatchEvent(new Event('ended'));
    services.session.setMuted('me', 'camera', true);
    await see(bench, 'Your camera was turned off');
    expect(noticesOf(bench)).to.deep.equal(['Your camera was turned off']);
  });

  it('shows each device until it is on again, or the person dismisses it', async () => {
    const bench = await joinJun();
    const { room, services } = bench;
    services.session.setMuted('me', 'microphone', true);
    services.session.setMuted('me', 'camera', true);
    await see(bench, 'Your microphone was turned off');
    await see(bench, 'Your camera was turned off');
    await room.setMicrophoneEnabled(true);
    await eventually(room, () => noticesOf(bench).length === 1);
    room.shadowRoot!.querySelector<HTMLElement>('[part=notice] > button')!.click();
    await eventually(room, () => noticesOf(bench).length === 0);
  });

  it('names the host who muted the microphone', async () => {
    const bench = await joinJun();
    const message = JSON.stringify({ type: 'mute' });
    await bench.room[roomHandleKey].use('signals');
    bench.services.session.receive('jun', 'ffc.signal', message);
    await see(bench, 'Jun muted you');
  });

  it('ends with the call', async () => {
    const bench = await share();
    bench.services.session.unpublish('me', 'screen_share');
    await see(bench, stopped);
    await bench.room.leave();
    await arrive(bench.room, 'left');
    await bench.room.join();
    await arrive(bench.room, 'connected');
    expect(noticesOf(bench)).to.deep.equal([]);
  });

  it('is in Korean, too', async () => {
    const bench = await openRoom('prejoin', { properties: { lang: 'ko' } });
    await eventually(bench.room, () => shownText(bench.room.shadowRoot!).includes('참여하기'));
    await bench.room.join();
    await heardJoin(bench.room, '참여했습니다');
    await bench.room.setScreenShareEnabled(true);
    bench.services.session.unpublish('me', 'screen_share');
    await see(bench, '내 화면 공유가 중지되었습니다');
  });
});
