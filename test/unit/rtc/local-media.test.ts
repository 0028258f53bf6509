import { expect } from '@open-wc/testing';
import { type LocalTrack, type LocalTrackPublication, Track, TrackEvent } from 'livekit-client';
import type { FfcError } from '../../../src/core/errors.js';
import { LocalMedia } from '../../../src/rtc/livekit/local-media.js';
import type { TrackSnapshot } from '../../../src/rtc/session.js';
import { FakeTrack } from './fake-track.js';

describe('the local tracks', () => {
  let opened: FakeTrack[];
  let published: LocalTrack[];
  let seen: (readonly TrackSnapshot[])[];
  let failed: [FfcError, TrackSnapshot | undefined][];
  let unpublished: LocalTrack[];
  let connected: boolean;
  let restarting: boolean;
  /** What the picker gives, one list for each share. */
  let screens: FakeTrack[][];
  /** Called while a track is being published. */
  let whilePublishing: (track: LocalTrack) => void;
  let refusal: Error | undefined;
  /** Lets the device open that was asked for. */
  let open: (() => void)[];
  let local: LocalMedia;

  beforeEach(() => {
    [opened, published, unpublished, seen, failed, open, screens] = [[], [], [], [], [], [], []];
    connected = false;
    restarting = false;
    whilePublishing = () => {};
    refusal = undefined;
    local = new LocalMedia({
      capture: {
        device: async (source) => {
          await new Promise<void>((resolve) => open.push(resolve));
          const track = new FakeTrack(
            source === 'camera' ? Track.Source.Camera : Track.Source.Microphone,
          );
          opened.push(track);
          return track.asLocalTrack;
        },
        screen: async () =>
          Promise.resolve((screens.shift() ?? []).map(({ asLocalTrack }) => asLocalTrack)),
      },
      devices: {},
      canPublish: () => connected,
      isRestarting: () => restarting,
      publish: async (track) => {
        if (refusal) throw refusal;
        whilePublishing(track);
        published.push(track);
        local.handlePublished(publicationOf(track));
        return Promise.resolve();
      },
      unpublish: async (track) => {
        unpublished.push(track);
        return Promise.resolve();
      },
      onChange: () => seen.push(local.tracks()),
      onFailed: (error, track) => failed.push([error, track]),
    });
  });

  const publicationOf = (track: LocalTrack): LocalTrackPublication =>
    ({ track, trackSid: 'TR_1', source: track.source }) as unknown as LocalTrackPublication;
  const turn = async (on: boolean): Promise<void> => {
    const turned = local.setEnabled('camera', on);
    await Promise.resolve();
    open.shift()?.();
    return turned;
  };

  it('do one thing after the other, so that the last wish stays', async () => {
    const on = local.setEnabled('camera', true);
    const off = local.setEnabled('camera', false);
    await Promise.resolve();
    open.shift()?.();
    await Promise.all([on, off]);
    expect(local.tracks()).to.have.length(1);
    expect(local.tracks()[0]?.muted).to.equal(true);
    expect(opened).to.have.length(1);
  });

  it('publish nothing of a device that was turned off while the browser was asking', async () => {
    connected = true;
    const calls = (['camera', 'microphone'] as const).flatMap((source) => [
      local.setEnabled(source, true),
      local.setEnabled(source, false),
    ]);
    await Promise.resolve();
    for (const go of open) go();
    await Promise.all(calls);
    const [camera, microphone] = opened;
    expect(published).to.be.empty;
    expect(camera?.isMuted, 'the camera, which is released by that').to.equal(true);
    expect(microphone?.isStopped, 'the microphone').to.equal(true);
    expect(local.tracks().map(({ source }) => source)).to.deep.equal(['camera']);
  });

  it('stop a device that opens after a release, and do not wait for it', async () => {
    const first = local.setEnabled('camera', true).catch((error: unknown) => error);
    await Promise.resolve();
    local.release();
    await local.setEnabled('camera', false);
    const again = local.setEnabled('camera', true);
    await Promise.resolve();
    for (const go of open) go();
    expect(await first).to.include({ reason: 'aborted' });
    await again;
    expect(opened.map(({ isStopped }) => isStopped)).to.deep.equal([true, false]);
    expect(local.tracks()).to.have.length(1);
  });

  it('go by their own name until they are published, and then by either', async () => {
    await turn(true);
    expect(seen.at(-1)?.[0]).to.include({ sid: 'local:camera', muted: false });
    connected = true;
    await turn(false);
    await turn(true);
    expect(seen.at(-1)?.[0]).to.include({ sid: 'TR_1', muted: false });
    const track = local.find('TR_1')!;
    expect(local.find('local:camera')).to.equal(track);

    track.stop();
    local.handleUnpublished(publicationOf(track));
    expect(seen.at(-1)).to.deep.equal([]);
  });

  it('keep a track that is unpublished only to be published again', async () => {
    connected = true;
    await turn(true);
    local.handleUnpublished(publicationOf(local.find('TR_1')!));
    expect(local.tracks()[0]?.sid).to.equal('local:camera');
    local.publishAll();
    await turn(true);
    expect(local.tracks()[0]?.sid).to.equal('TR_1');
    expect(published).to.have.length(2);
  });

  it('give up a track that the server refuses, and say so', async () => {
    connected = true;
    refusal = new Error('refused by the test');
    const error = await turn(true).catch((thrown: unknown) => thrown);
    expect(error).to.include({ reason: 'publish-failed', cause: refusal });
    expect(failed[0]?.[0]).to.equal(error);
    expect(failed[0]?.[1]?.sid).to.equal('local:camera');
    expect(opened[0]?.isStopped).to.equal(true);
    expect(local.tracks()).to.deep.equal([]);
  });

  it('take over what the page publishes by itself', async () => {
    const track = new FakeTrack(Track.Source.Camera);
    local.handlePublished(publicationOf(track.asLocalTrack));
    expect(local.tracks()[0]).to.include({ sid: 'TR_1', source: 'camera' });
    await local.setEnabled('camera', false);
    expect(track.isMuted).to.equal(true);
  });

  it('say that a published track failed once it could not be had again', async () => {
    connected = true;
    await turn(true);
    opened[0]!.emit(TrackEvent.Ended);
    expect(failed).to.deep.equal([]);
    await opened[0]!.mute();
    expect(failed[0]?.[0]).to.include({ reason: 'device-failed', device: 'camera' });
    expect(failed[0]?.[1]).to.include({ sid: 'TR_1', muted: true });
  });

  it('do not call it a failure when the track came back', async () => {
    connected = true;
    await turn(true);
    opened[0]!.emit(TrackEvent.Ended);
    opened[0]!.emit(TrackEvent.Restarted);
    await turn(false);
    expect(failed).to.deep.equal([]);
  });

  describe('of a shared screen', () => {
    let picture: FakeTrack;
    let sound: FakeTrack;
    beforeEach(() => {
      connected = true;
      picture = new FakeTrack(Track.Source.ScreenShare);
      sound = new FakeTrack(Track.Source.ScreenShareAudio);
      screens = [[picture, sound]];
    });
    const sources = (): string[] => local.tracks().map(({ source }) => source);
    /** As LiveKit does with a published screen that the browser ends. */
    const end = (track: FakeTrack): void => {
      track.emit(TrackEvent.Ended);
      track.stop();
      local.handleUnpublished(publicationOf(track.asLocalTrack));
    };

    it('stop the sound when its picture ends', async () => {
      await local.setScreenShareEnabled(true);
      expect(sources()).to.deep.equal(['screen_share', 'screen_share_audio']);
      end(picture);
      expect(sources()).to.deep.equal([]);
      expect(sound.isStopped).to.equal(true);
      expect(unpublished).to.deep.equal([sound.asLocalTrack]);
    });

    it('go on with the picture when the sound ends alone', async () => {
      await local.setScreenShareEnabled(true);
      end(sound);
      expect(sources()).to.deep.equal(['screen_share']);
      expect(picture.isStopped).to.equal(false);
      await local.setScreenShareEnabled(false);
      expect(sources()).to.deep.equal([]);
      expect(picture.isStopped).to.equal(true);
    });

    for (const which of ['without', 'with'] as const) {
      it(`stop wholly when the picture was unpublished from outside, ${which} a stop`, async () => {
        await local.setScreenShareEnabled(true);
        if (which === 'with') picture.stop();
        local.handleUnpublished(publicationOf(picture.asLocalTrack));
        expect(sources()).to.deep.equal([]);
        expect([picture.isStopped, sound.isStopped]).to.deep.equal([true, true]);
        expect(unpublished).to.deep.equal([sound.asLocalTrack]);
      });
    }

    it('stop wholly when the picture ends before it is published', async () => {
      whilePublishing = () => {
        if (!picture.isStopped) picture.emit(TrackEvent.Ended);
      };
      await local.setScreenShareEnabled(true);
      expect(sources()).to.deep.equal([]);
      expect([picture.isStopped, sound.isStopped]).to.deep.equal([true, true]);
      expect(new Set(unpublished)).to.deep.equal(new Set(published));
      expect(failed).to.deep.equal([]);
    });

    it('stop wholly when the picture ends during a full reconnect, muted or not', async () => {
      for (const muted of [false, true]) {
        picture = new FakeTrack(Track.Source.ScreenShare);
        sound = new FakeTrack(Track.Source.ScreenShareAudio);
        screens = [[picture, sound]];
        await local.setScreenShareEnabled(true);
        unpublished = [];
        restarting = true;
        for (const track of [picture, sound]) {
          local.handleUnpublished(publicationOf(track.asLocalTrack));
        }
        expect(sources(), 'is to be published again').to.have.length(2);
        picture.isMuted = muted;
        picture.emit(TrackEvent.Ended);
        // LiveKit publishes again whatever it unpublished.
        for (const track of [picture, sound]) {
          local.handlePublished(publicationOf(track.asLocalTrack));
        }
        restarting = false;
        expect(sources()).to.deep.equal([]);
        expect([picture.isStopped, sound.isStopped]).to.deep.equal([true, true]);
        expect(unpublished).to.deep.equal([picture.asLocalTrack, sound.asLocalTrack]);
      }
    });

    it('stop also what a second share takes the place of', async () => {
      const old = new FakeTrack(Track.Source.ScreenShareAudio);
      local.handlePublished(publicationOf(old.asLocalTrack));
      await local.setScreenShareEnabled(true);
      expect(old.isStopped).to.equal(true);
      expect(unpublished).to.deep.equal([old.asLocalTrack]);
      await local.setScreenShareEnabled(false);
      expect([picture.isStopped, sound.isStopped]).to.deep.equal([true, true]);
      expect(sources()).to.deep.equal([]);
    });
  });
});
