import { expect } from '@open-wc/testing';
import { followSounds } from '../../src/features/comfort/call-sounds.js';
import { roomHandleKey } from '../../src/parts/room-handle.js';
import { eventually } from '../support/element-suite.js';
import { until } from '../unit/state/room-support.js';
import {
  arrive,
  createRoom,
  demoRoom,
  failure,
  heardJoin,
  joinRoom,
  newsRegion,
  openRoom,
  type RoomBench,
  type RoomBenchOptions,
  shownText,
} from '../support/room-bench.js';

const jun = { identity: 'jun', name: 'Jun' };
const mina = { identity: 'mina', name: 'Mina' };

const newsOf = ({ room }: RoomBench): string => newsRegion(room)!.textContent;

/** Waits until the live region has a text. */
const hear = (bench: RoomBench, text: string): Promise<unknown> =>
  eventually(bench.room, () => newsOf(bench) === text);

/** A call with Jun, whose join was announced. */
async function joinJun(options: RoomBenchOptions = {}): Promise<RoomBench> {
  const bench = await joinRoom({
    prepare: ({ session }) => void session.addParticipant(jun),
    ...options,
  });
  await heardJoin(bench.room);
  return bench;
}

/** A call that was joined when the Korean words were there. */
async function joinInKorean(prepare?: RoomBenchOptions['prepare']): Promise<RoomBench> {
  const bench = await openRoom('prejoin', {
    properties: { lang: 'ko' },
    ...(prepare && { prepare }),
  });
  const { room } = bench;
  await eventually(room, () => shownText(room.shadowRoot!).includes('참여하기'));
  await room.join();
  await arrive(room, 'connected');
  return bench;
}

describe('the announcement of a join', () => {
  it('has the number of people', async () => {
    const bench = await joinRoom({
      prepare: ({ session }) => {
        session.addParticipant(jun);
        session.addParticipant(mina);
      },
    });
    await hear(bench, 'You joined. 3 people here');
  });

  it('says that nobody else is there', async () => {
    await hear(await joinRoom(), 'You joined. Nobody else is here yet');
  });

  it('does not count an observer, whom nobody sees', async () => {
    const bench = await joinRoom({
      properties: { observer: true },
      prepare: ({ session }) => {
        session.setLocal({
          identity: 'me',
          metadata: { appUserId: 'me', customData: { observer: true } },
        });
        session.addParticipant(jun);
      },
    });
    await hear(bench, 'You joined. 1 person here');
  });

  it('is not lost when the room goes live at that time', async () => {
    const bench = await joinRoom();
    const { room, services } = bench;
    const changed = until(
      room[roomHandleKey].store.phase,
      (phase) => phase.state === 'connected' && phase.room.videoRoomState === 'LIVE',
    );
    services.service.putRoom(demoRoom({ videoRoomState: 'LIVE' }));
    await changed;
    await hear(bench, 'You joined. Nobody else is here yet');
  });

  it('is in Korean, too', async () => {
    await hear(await joinInKorean(), '참여했습니다. 다른 참여자가 없습니다');
    const bench = await joinInKorean(({ session }) => void session.addParticipant(jun));
    await hear(bench, '참여했습니다. 2명이 참여 중입니다');
  });
});

describe('the announcement of a shared screen', () => {
  it('names who starts and who stops', async () => {
    const bench = await joinJun();
    bench.services.session.publish('jun', 'screen_share');
    await hear(bench, 'Jun started sharing a screen');
    bench.services.session.setMuted('jun', 'screen_share', true);
    await hear(bench, 'Jun paused sharing');
    bench.services.session.setMuted('jun', 'screen_share', false);
    await hear(bench, 'Jun resumed sharing');
    bench.services.session.unpublish('jun', 'screen_share');
    await hear(bench, 'Jun stopped sharing a screen');
  });

  it('comes with announce="important", but for three people at most', async () => {
    const bench = await joinJun({ properties: { announce: 'important' } });
    const { session } = bench.services;
    const names = session.crowd(4);
    await hear(bench, '4 people joined');
    for (const identity of names) session.publish(identity, 'screen_share');
    await eventually(bench.room, () => newsOf(bench).includes('sharing'));
    expect(newsOf(bench).match(/started sharing/g)).to.have.length(3);
  });

  it('leaves out the screens from before the join, and the own one', async () => {
    const bench = await joinJun({
      prepare: ({ session }) => void session.addParticipant({ ...jun, screenShare: true }),
    });
    expect(newsOf(bench)).to.equal('You joined. 2 people here');
    await bench.room.setScreenShareEnabled(true);
    bench.services.session.addParticipant(mina);
    await hear(bench, 'Mina joined');
  });

  it('is in Korean, too', async () => {
    const bench = await joinInKorean(({ session }) => void session.addParticipant(jun));
    await heardJoin(bench.room, '참여했습니다');
    bench.services.session.publish('jun', 'screen_share');
    await hear(bench, 'Jun 님이 화면 공유를 시작했습니다');
    bench.services.session.setMuted('jun', 'screen_share', true);
    await hear(bench, 'Jun 님이 화면 공유를 일시 중지했습니다');
  });
});

describe('the announcement of blocked sound', () => {
  it('comes with that of the join', async () => {
    const bench = createRoom({ properties: { autoJoin: true } });
    const heard: string[] = [];
    await arrive(bench.room, 'connected');
    new MutationObserver(() => heard.push(newsOf(bench))).observe(newsRegion(bench.room)!, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    bench.services.session.blockAudio();
    await eventually(bench.room, () => heard.join().includes('Your browser is blocking sound.'));
    expect(heard.join()).to.contain('You joined.');
    expect(heard.join()).not.to.contain('..');
  });

  it('comes for a sound that is blocked from the start', async () => {
    const bench = await joinRoom({ prepare: ({ session }) => session.blockAudio() });
    await eventually(bench.room, () => newsOf(bench).includes('Your browser is blocking sound.'));
  });

  it('is not repeated after a reconnection', async () => {
    const bench = await joinJun();
    const { session } = bench.services;
    session.blockAudio();
    await hear(bench, 'Your browser is blocking sound.');
    session.reconnect('full');
    session.restore();
    await hear(bench, 'Reconnected');
  });

  it('is in a region that was there before', async () => {
    const bench = await joinJun();
    const region = newsRegion(bench.room);
    bench.services.session.blockAudio();
    await hear(bench, 'Your browser is blocking sound.');
    expect(newsRegion(bench.room)).to.equal(region);
  });
});

describe('the announcement of an own device', () => {
  it('comes when the server turns it off', async () => {
    const bench = await joinJun();
    const { session } = bench.services;
    session.setMuted('me', 'microphone', true);
    await hear(bench, 'Your microphone was turned off');
    session.unpublish('me', 'camera');
    await hear(bench, 'Your camera was turned off');
  });

  it('does not come when the person turns it off', async () => {
    const bench = await joinJun();
    await bench.room.setMicrophoneEnabled(false);
    bench.services.session.setMuted('me', 'camera', true);
    await hear(bench, 'Your camera was turned off');
  });

  it('does not come when it failed, which the error says', async () => {
    const bench = await joinJun();
    const { session } = bench.services;
    session.setMuted('me', 'microphone', true);
    session.failTrack('me', failure({ reason: 'device-stopped', stage: 'device' }), 'microphone');
    await eventually(bench.room, () => bench.room.shadowRoot!.querySelector('.notice'));
    session.setMuted('me', 'camera', true);
    await hear(bench, 'Your camera was turned off');
  });

  it('does not come in a reconnection', async () => {
    const bench = await joinJun();
    const { session } = bench.services;
    session.reconnect('full');
    session.setMuted('me', 'microphone', true);
    session.setMuted('me', 'microphone', false);
    session.restore();
    await hear(bench, 'Reconnected');
    session.setMuted('me', 'camera', true);
    await hear(bench, 'Your camera was turned off');
  });

  it('is in Korean, too', async () => {
    const bench = await joinInKorean();
    await heardJoin(bench.room, '참여했습니다');
    bench.services.session.setMuted('me', 'microphone', true);
    await hear(bench, '마이크가 꺼졌습니다');
  });
});

describe('the sounds of joins and leaves', () => {
  for (const [who, observer, sounds] of [
    ['a participant', false, 1],
    ['no observer', true, 0],
  ] as const) {
    it(`are heard by ${who}`, async () => {
      const { room, services } = await joinRoom({ properties: { observer } });
      let played = 0;
      followSounds(room[roomHandleKey], () => played++);
      services.session.addParticipant(jun);
      services.session.removeParticipant('jun');
      expect(played).to.equal(sounds);
    });
  }

  it('are not heard for others who only observe', async () => {
    const { room, services } = await joinRoom();
    let played = 0;
    followSounds(room[roomHandleKey], () => played++);
    const metadata = { appUserId: 'eve', customData: { observer: true } };
    services.session.addParticipant({
      identity: 'eve',
      metadata,
      microphone: false,
      camera: false,
    });
    services.session.removeParticipant('eve');
    expect(played).to.equal(0);
  });
});
