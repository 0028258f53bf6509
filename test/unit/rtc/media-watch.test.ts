import { expect } from '@open-wc/testing';
import { type Room, Track } from 'livekit-client';
import {
  MediaWatch,
  MovingVideos,
  type WatchedVideo,
} from '../../../src/rtc/livekit/media-watch.js';

describe('the watch over media', () => {
  let videos: readonly WatchedVideo[];
  let isDown: boolean;
  let told: unknown[];
  let watch: MediaWatch;

  beforeEach(() => {
    [videos, isDown, told] = [[], false, []];
    watch = new MediaWatch({
      videos: () => videos,
      isTransportDown: () => isDown,
      onStall: (sids) => told.push(...sids.map((sid) => [sid, watch.isStalled(sid)])),
      onTransport: (down) => told.push(down),
      interval: 1,
    });
  });
  afterEach(() => watch.stop());

  const shows = (trackSid: string, progress: number): void => {
    videos = [...videos.filter((video) => video.trackSid !== trackSid), { trackSid, progress }];
  };
  const look = (times: number): void => {
    for (let time = 0; time < times; time++) watch.check();
  };

  it('calls a video stalled after three seconds without a new frame, and tells it once', () => {
    shows('TR_1', 10);
    look(3);
    expect(told).to.deep.equal([]);
    look(3);
    expect(told).to.deep.equal([['TR_1', true]]);
    shows('TR_1', 11);
    look(2);
    expect(told.slice(1)).to.deep.equal([['TR_1', false]]);
  });

  it('calls a video stalled that never showed a frame', () => {
    shows('TR_1', 0);
    look(4);
    expect(watch.isStalled('TR_1')).to.equal(true);
  });

  it('checks each video separately', () => {
    shows('TR_1', 1);
    for (let frame = 0; frame < 6; frame++) {
      shows('TR_2', frame);
      watch.check();
    }
    expect(told).to.deep.equal([['TR_1', true]]);
  });

  it('forgets a video that need not move any more, and starts again when it must', () => {
    shows('TR_1', 1);
    look(4);
    videos = [];
    look(1);
    expect(told).to.deep.equal([
      ['TR_1', true],
      ['TR_1', false],
    ]);
    shows('TR_1', 1);
    look(3);
    expect(watch.isStalled('TR_1')).to.equal(false);
    look(1);
    expect(watch.isStalled('TR_1')).to.equal(true);
  });

  it('tells when the way for the media goes down and comes back, once', () => {
    isDown = true;
    look(2);
    isDown = false;
    look(2);
    expect(told).to.deep.equal([true, false]);
  });

  it('looks by itself from start to stop, with one timer', async () => {
    isDown = true;
    watch.start();
    watch.start();
    await new Promise<void>((resolve) => {
      const wait = (): void => {
        if (told.length) resolve();
        else setTimeout(wait);
      };
      wait();
    });
    watch.stop();
    expect(told).to.deep.equal([true]);
  });
});

describe('the videos that should be moving', () => {
  let video: HTMLVideoElement;
  let frames: number;
  beforeEach(() => {
    frames = 5;
    video = document.createElement('video');
    Object.defineProperty(video, 'paused', { value: false, configurable: true });
    video.getVideoPlaybackQuality = () => ({ totalVideoFrames: frames }) as VideoPlaybackQuality;
    document.body.append(video);
  });
  afterEach(() => video.remove());

  const list = (
    publication: Readonly<Record<string, unknown>> = {},
    track: Readonly<Record<string, unknown>> = {},
  ): readonly WatchedVideo[] => {
    const fakeTrack = {
      streamState: Track.StreamState.Active,
      attachedElements: [video],
      ...track,
    };
    const fake = {
      trackSid: 'TR_1',
      source: Track.Source.Camera,
      isMuted: false,
      isEnabled: true,
      track: fakeTrack,
      ...publication,
    };
    const participant = { videoTrackPublications: new Map([['TR_1', fake]]) };
    const room = { remoteParticipants: new Map([['ann', participant]]) };
    return new MovingVideos(room as unknown as Room).list();
  };

  it('count the frames of all elements that show them', () => {
    expect(list()).to.deep.equal([{ trackSid: 'TR_1', progress: 5 }]);
    expect(list({}, { attachedElements: [video, video] })[0]?.progress).to.equal(10);
  });

  for (const [what, publication, track] of [
    ['is off', { isMuted: true }, {}],
    ['is not taken in', { track: undefined }, {}],
    ['nobody can see, so that the server need not send it', { isEnabled: false }, {}],
    ['the server pauses', {}, { streamState: Track.StreamState.Paused }],
    ['no element plays', {}, { attachedElements: [] }],
  ] as const) {
    it(`leave out what ${what}`, () => {
      expect(list(publication, track)).to.deep.equal([]);
    });
  }

  it('exclude tracks that no element on the page plays', () => {
    Object.defineProperty(video, 'paused', { value: true, configurable: true });
    expect(list()).to.deep.equal([]);
    Object.defineProperty(video, 'paused', { value: false, configurable: true });
    video.remove();
    expect(list()).to.deep.equal([]);
  });

  it('exclude tracks that a hidden document shows', () => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    try {
      expect(list()).to.deep.equal([]);
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });
});
