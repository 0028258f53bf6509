import { expect } from '@open-wc/testing';
import type { Room } from 'livekit-client';
import { ask, own, type Peer, Stage } from './support/live.js';
import { frames } from './support/media.js';

describe('a connection that breaks', () => {
  let stage: Stage;
  beforeEach(() => (stage = new Stage()));
  afterEach(() => stage.end());

  const joinOverWire = async (identity: string): Promise<Peer> => {
    const peer = await stage.peer();
    const { token } = await stage.credentials(identity);
    await peer.session.connect({ url: await ask('wire', undefined), token });
    return peer;
  };
  const states = (peer: Peer): string[] =>
    peer
      .all('connection-change')
      .map((connection) =>
        connection.state === 'reconnecting' ? connection.kind : connection.state,
      );

  it('restores signalling while the media go on', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setCameraEnabled(true);
    const ben = await joinOverWire('ben');
    const { track } = await ben.hears('track-subscribed');
    const video = stage.element('video');
    ben.session.attach(track.sid, video);
    await frames(video);
    ben.forget();

    await ask('cutWire', undefined);
    await ben.hears('connection-change', ({ state }) => state === 'reconnecting');
    await frames(video);
    await ask('mendWire', undefined);
    await ben.hears('connection-change', ({ state }) => state === 'connected');
    expect(states(ben)).to.deep.equal(['signal', 'connected']);
    expect(ben.told.filter(({ type }) => /^participant-(joined|left)/.test(type))).to.deep.equal(
      [],
    );
  });

  it('restores everything without a leave, and reports the changes that it missed', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setCameraEnabled(true);
    const cho = await stage.joined('cho');
    const ben = await stage.peer();
    await ben.session.setMicrophoneEnabled(true);
    await ben.session.connect(await stage.credentials('ben'));
    await ben.hears('track-published', ({ track }) => track.isLocal);
    const { track } = await ben.hears('track-subscribed');
    const sid = own(ben, 'microphone')!.sid;
    const video = stage.element('video');
    ben.session.attach(track.sid, video);
    await frames(video);
    ben.forget();

    const room = ben.session.liveRoom as Room;
    const left = cho.session.disconnect();
    await room.simulateScenario('full-reconnect');
    await left;
    await ben.hears('connection-change', ({ state }) => state === 'connected');
    await ben.hears('participant-left');
    expect(states(ben).at(-1)).to.equal('connected');
    expect(ben.all('participant-joined')).to.deep.equal([]);
    expect(
      ben.all('participant-left').map(({ participant }) => participant.identity),
    ).to.deep.equal(['cho']);
    await ben.hears('track-subscribed');
    await frames(video);
    const [, known] = ben.session.participants();
    expect(known?.identity).to.equal('ann');
    expect(known?.tracks.map(({ sid, isSubscribed }) => [sid, isSubscribed])).to.deep.equal([
      [track.sid, true],
    ]);

    const again = await ben.hears('track-published', (event) => event.track.isLocal);
    expect(again.track.sid).not.to.equal(sid);
    expect(ben.all('track-published').filter((event) => !event.track.isLocal)).to.deep.equal([]);
    expect(own(ben, 'microphone')).to.include({ sid: again.track.sid, muted: false });
  });

  it('keeps a choice of tracks over a full reconnect', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setCameraEnabled(true);
    const ben = await stage.peer();
    await ben.session.connect({ ...(await stage.credentials('ben')), autoSubscribe: false });
    const { track } = await ben.hears('track-published');
    await ben.session.setSubscribed(track.sid, true);
    await ben.hears('track-subscribed');
    ben.forget();
    await (ben.session.liveRoom as Room).simulateScenario('full-reconnect');
    await ben.hears('track-subscribed', (event) => event.track.sid === track.sid);
  });

  it('ends with connection-lost when the server stays away', async function () {
    // LiveKit tries to reconnect for 45 seconds.
    this.timeout(100_000);
    const ben = await joinOverWire('ben');
    await ben.session.setMicrophoneEnabled(true);
    const microphone = own(ben, 'microphone');
    await ask('cutWire', undefined);
    const end = await ben.hears('connection-change', ({ state }) => state === 'disconnected');
    expect(end).to.deep.equal({ state: 'disconnected', reason: 'connection-lost' });
    expect(states(ben)).to.include('signal');
    expect(microphone).not.to.equal(undefined);
    expect(own(ben, 'microphone')).to.equal(undefined);
    await ask('mendWire', undefined);
    await ben.session.connect(await stage.credentials('ben'));
    expect(ben.session.connection.state).to.equal('connected');
  });
});
