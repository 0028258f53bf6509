import { expect } from '@open-wc/testing';
import { type Room, Track } from 'livekit-client';
import { type Peer, Stage } from './support/live.js';
import { frames } from './support/media.js';

describe('stalled media', () => {
  let stage: Stage;
  beforeEach(() => (stage = new Stage()));
  afterEach(() => stage.end());

  const isStalled = ({ session }: Peer): boolean | undefined =>
    session.participants()[1]?.tracks[0]?.isStalled;

  it('are reported when a video shows no new frame, and when it moves again', async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 320, height: 180 });
    const context = canvas.getContext('2d')!;
    const draw = (): void => context.fillRect(Math.random() * 300, 0, 20, 180);
    let tick = setInterval(draw, 50);
    try {
      const ann = await stage.joined('ann');
      const [picture] = canvas.captureStream().getVideoTracks();
      const { localParticipant } = ann.session.liveRoom as Room;
      await localParticipant.publishTrack(picture!, { source: Track.Source.Camera });
      const ben = await stage.joined('ben');
      const { track } = await ben.hears('track-subscribed');
      const video = stage.element('video');
      const detach = ben.session.attach(track.sid, video);
      await frames(video);
      expect(isStalled(ben)).to.equal(false);

      clearInterval(tick);
      await ben.until(() => isStalled(ben));
      expect(ben.all('participant-change').at(-1)?.changed).to.deep.equal(['tracks']);
      tick = setInterval(draw, 50);
      await ben.until(() => isStalled(ben) === false);

      clearInterval(tick);
      await ben.until(() => isStalled(ben));
      detach();
      await ben.until(() => isStalled(ben) === false);
    } finally {
      clearInterval(tick);
    }
  });

  it('are announced by a reconnecting state as soon as the browser loses its connection', async () => {
    const ann = await stage.joined('ann');
    const transport = (ann.session.liveRoom as Room).engine.pcManager!.publisher;
    ann.forget();
    transport.getICEConnectionState = () => 'disconnected';
    await ann.hears('connection-change', ({ state }) => state === 'reconnecting');
    Reflect.deleteProperty(transport, 'getICEConnectionState');
    await ann.hears('connection-change', ({ state }) => state === 'connected');
    expect(ann.all('participant-left')).to.deep.equal([]);
  });
});
