import { expect } from '@open-wc/testing';
import { Room, Track } from 'livekit-client';
import { createBackgroundBlur } from '../../src/effects/index.js';
import { loadLiveKitSession } from '../../src/rtc/load.js';
import { collectGarbage, deviceListeners, isCollected } from './support/memory.js';
import { Stage } from './support/live.js';

describe('the objects that a session leaves behind', () => {
  let stage: Stage;
  beforeEach(() => (stage = new Stage()));
  afterEach(() => stage.end());

  /** A function of its own: no variable of the test then keeps its objects alive. */
  const preview = async (): Promise<WeakRef<object>> => {
    const session = await loadLiveKitSession({});
    await session.setCameraEnabled(true);
    await session.dispose();
    return new WeakRef(session.liveRoom as Room);
  };
  const failedCall = async (): Promise<WeakRef<object>> => {
    const session = await loadLiveKitSession({});
    await session.connect({ url: 'ws://127.0.0.1:9', token: 'x' }).catch(() => {});
    await session.dispose();
    return new WeakRef(session.liveRoom as Room);
  };
  const call = async (): Promise<readonly WeakRef<object>[]> => {
    const session = await loadLiveKitSession({});
    const other = await stage.joined('ben');
    await other.session.setMicrophoneEnabled(true);
    await session.connect(await stage.credentials('ann'));
    await session.setMicrophoneEnabled(true);
    await session.setCameraEnabled(true);
    const subscribed = new Promise<string>((resolve) => {
      const find = (): void => {
        const track = session.participants()[1]?.tracks.find((each) => each.isSubscribed);
        if (track) resolve(track.sid);
      };
      session.on('track-subscribed', find);
      find();
    });
    const sid = await subscribed;
    const elements = [document.createElement('audio'), document.createElement('audio')];
    for (const audio of elements) {
      document.body.append(audio);
      session.attach(sid, audio);
    }
    // The test does not detach the elements, because LiveKit does so itself.
    await other.session.disconnect();
    await session.dispose();
    for (const audio of elements) audio.remove();
    return [session.liveRoom as Room, ...elements].map((each) => new WeakRef<object>(each));
  };

  for (const [what, make] of [
    ['a preview', preview],
    ['a call that could not be', failedCall],
  ] as const) {
    it(`include neither the room of ${what} nor a listener to devices`, async () => {
      await preview();
      await collectGarbage();
      const before = deviceListeners();
      const rooms = [await make(), await make(), await make()];
      expect(deviceListeners()).to.equal(before);
      for (const room of rooms) expect(await isCollected(room)).to.equal(true);
    });
  }

  it('include neither the room of a call nor the elements that played its sound', async () => {
    const before = deviceListeners();
    const kept = [...(await call()), ...(await call())];
    await stage.end();
    expect(deviceListeners()).to.equal(before);
    for (const each of kept) expect(await isCollected(each)).to.equal(true);
  });

  it('include no track of a call at an effect that the page keeps', async () => {
    const videoProcessor = createBackgroundBlur({ noPersist: true });
    const use = async (): Promise<WeakRef<object>> => {
      const session = await loadLiveKitSession({ videoProcessor });
      await session.connect(await stage.credentials('ann'));
      await session.setCameraEnabled(true);
      const { localParticipant } = session.liveRoom as Room;
      const { track } = localParticipant.getTrackPublication(Track.Source.Camera)!;
      await session.dispose();
      return new WeakRef<object>(track!);
    };
    expect(await isCollected(await use())).to.equal(true);
    expect(videoProcessor.state.getSnapshot().enabled).to.equal(false);
  });

  it('include no change to LiveKit’s cleanup of other rooms', async () => {
    const registry = Room.cleanupRegistry;
    await loadLiveKitSession({}).then((session) => session.dispose());
    expect(Room.cleanupRegistry).to.equal(registry);
  });
});
