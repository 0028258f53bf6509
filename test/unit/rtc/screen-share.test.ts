import { expect } from '@open-wc/testing';
import { Track, TrackEvent } from 'livekit-client';
import { FakeTrack } from './fake-track.js';
import { LocalBench, publicationOf } from './local-bench.js';

describe('the tracks of a shared screen', () => {
  let bench: LocalBench;
  let picture: FakeTrack;
  let sound: FakeTrack;
  beforeEach(() => {
    bench = new LocalBench();
    bench.connected = true;
    picture = new FakeTrack(Track.Source.ScreenShare);
    sound = new FakeTrack(Track.Source.ScreenShareAudio);
    bench.screens = [[picture, sound]];
  });
  const sources = (): string[] => bench.local.tracks().map(({ source }) => source);
  /** Ends a published screen as LiveKit does when the browser ends it. */
  const end = (track: FakeTrack): void => {
    track.emit(TrackEvent.Ended);
    track.stop();
    bench.local.handleUnpublished(publicationOf(track.asLocalTrack));
  };

  it('stop the sound when its picture ends', async () => {
    await bench.local.setScreenShareEnabled(true);
    expect(sources()).to.deep.equal(['screen_share', 'screen_share_audio']);
    end(picture);
    expect(sources()).to.deep.equal([]);
    expect(sound.isStopped).to.equal(true);
    expect(bench.unpublished).to.deep.equal([sound.asLocalTrack]);
  });

  it('go on with the picture when the sound ends alone', async () => {
    await bench.local.setScreenShareEnabled(true);
    end(sound);
    expect(sources()).to.deep.equal(['screen_share']);
    expect(picture.isStopped).to.equal(false);
    await bench.local.setScreenShareEnabled(false);
    expect(sources()).to.deep.equal([]);
    expect(picture.isStopped).to.equal(true);
  });

  it('are muted while the share is paused, and no screen is picked for a pause', async () => {
    await bench.local.setScreenShareEnabled(true, true);
    expect(sources()).to.deep.equal([]);
    await bench.local.setScreenShareEnabled(true);
    const muted = (): boolean[] => bench.local.tracks().map((track) => track.muted);
    expect(muted()).to.deep.equal([false, false]);
    await bench.local.setScreenShareEnabled(true, true);
    expect(muted()).to.deep.equal([true, true]);
    await bench.local.setScreenShareEnabled(true);
    expect(muted()).to.deep.equal([false, false]);
  });

  for (const which of ['without', 'with'] as const) {
    it(`stop wholly when the picture was unpublished from outside, ${which} a stop`, async () => {
      await bench.local.setScreenShareEnabled(true);
      if (which === 'with') picture.stop();
      bench.local.handleUnpublished(publicationOf(picture.asLocalTrack));
      expect(sources()).to.deep.equal([]);
      expect([picture.isStopped, sound.isStopped]).to.deep.equal([true, true]);
      expect(bench.unpublished).to.deep.equal([sound.asLocalTrack]);
    });
  }

  it('are not shared when the person stops before a screen is picked', async () => {
    let pick = (): void => {};
    bench.picked = new Promise((resolve) => (pick = resolve));
    const on = bench.local.setScreenShareEnabled(true);
    await Promise.resolve();
    await bench.local.setScreenShareEnabled(false);
    pick();
    await on;
    expect([picture.isStopped, sound.isStopped]).to.deep.equal([true, true]);
    expect(bench.published).to.be.empty;
    expect(bench.seen.flat()).to.be.empty;
    picture = new FakeTrack(Track.Source.ScreenShare);
    bench.screens = [[picture]];
    await bench.local.setScreenShareEnabled(true);
    expect(sources()).to.deep.equal(['screen_share']);
    await bench.local.setScreenShareEnabled(false);
    expect(sources()).to.deep.equal([]);
  });

  it('stop wholly when the picture ends before it is published', async () => {
    bench.whilePublishing = () => {
      if (!picture.isStopped) picture.emit(TrackEvent.Ended);
    };
    await bench.local.setScreenShareEnabled(true);
    expect(sources()).to.deep.equal([]);
    expect([picture.isStopped, sound.isStopped]).to.deep.equal([true, true]);
    expect(new Set(bench.unpublished)).to.deep.equal(new Set(bench.published));
    expect(bench.failed).to.deep.equal([]);
  });

  it('stop wholly when the picture ends during a full reconnect, muted or not', async () => {
    for (const muted of [false, true]) {
      picture = new FakeTrack(Track.Source.ScreenShare);
      sound = new FakeTrack(Track.Source.ScreenShareAudio);
      bench.screens = [[picture, sound]];
      await bench.local.setScreenShareEnabled(true);
      bench.unpublished.length = 0;
      bench.restarting = true;
      for (const track of [picture, sound]) {
        bench.local.handleUnpublished(publicationOf(track.asLocalTrack));
      }
      expect(sources(), 'is to be published again').to.have.length(2);
      picture.isMuted = muted;
      picture.emit(TrackEvent.Ended);
      // LiveKit publishes every unpublished track again.
      for (const track of [picture, sound]) {
        bench.local.handlePublished(publicationOf(track.asLocalTrack));
      }
      bench.restarting = false;
      expect(sources()).to.deep.equal([]);
      expect([picture.isStopped, sound.isStopped]).to.deep.equal([true, true]);
      expect(bench.unpublished).to.deep.equal([picture.asLocalTrack, sound.asLocalTrack]);
    }
  });

  it('also stop when a second share replaces them', async () => {
    const old = new FakeTrack(Track.Source.ScreenShareAudio);
    bench.local.handlePublished(publicationOf(old.asLocalTrack));
    await bench.local.setScreenShareEnabled(true);
    expect(old.isStopped).to.equal(true);
    expect(bench.unpublished).to.deep.equal([old.asLocalTrack]);
    await bench.local.setScreenShareEnabled(false);
    expect([picture.isStopped, sound.isStopped]).to.deep.equal([true, true]);
    expect(sources()).to.deep.equal([]);
  });
});
