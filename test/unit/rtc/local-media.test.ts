import { expect } from '@open-wc/testing';
import { type LocalTrack, type LocalTrackPublication, Track, TrackEvent } from 'livekit-client';
import type { FfcError } from '../../../src/core/errors.js';
import { LocalMedia } from '../../../src/rtc/livekit/local-media.js';
import type { TrackSnapshot } from '../../../src/rtc/session.js';

/** As much of LiveKit's local track as the manager uses. */
class FakeTrack {
  readonly source: Track.Source;
  readonly dimensions = undefined;
  readonly mediaStreamTrack = { getSettings: () => ({ deviceId: 'device-1' }) };
  isMuted = false;
  isStopped = false;
  readonly #handlers = new Map<string, () => void>();

  constructor(source: Track.Source) {
    this.source = source;
  }
  get asLocalTrack(): LocalTrack {
    return this as unknown as LocalTrack;
  }
  on(event: string, handler: () => void): void {
    this.#handlers.set(event, handler);
  }
  off(event: string): void {
    this.#handlers.delete(event);
  }
  emit(event: string): void {
    this.#handlers.get(event)?.();
  }
  async mute(): Promise<void> {
    this.isMuted = true;
    this.emit(TrackEvent.Muted);
    return Promise.resolve();
  }
  async unmute(): Promise<void> {
    this.isMuted = false;
    this.emit(TrackEvent.Unmuted);
    return Promise.resolve();
  }
  detach(): void {}
  stop(): void {
    this.isStopped = true;
  }
}

describe('the local tracks', () => {
  let opened: FakeTrack[];
  let published: LocalTrack[];
  let seen: (readonly TrackSnapshot[])[];
  let failed: [FfcError, TrackSnapshot | undefined][];
  let connected: boolean;
  let refusal: Error | undefined;
  /** Lets the device open that was asked for. */
  let open: (() => void)[];
  let local: LocalMedia;

  beforeEach(() => {
    [opened, published, seen, failed, open] = [[], [], [], [], []];
    connected = false;
    refusal = undefined;
    local = new LocalMedia({
      capture: {
        device: async (source) => {
          await new Promise<void>((resolve) => open.push(resolve));
          expect(source).to.equal('camera');
          const track = new FakeTrack(Track.Source.Camera);
          opened.push(track);
          return track.asLocalTrack;
        },
        screen: async () => Promise.resolve([]),
      },
      devices: {},
      canPublish: () => connected,
      publish: async (track) => {
        if (refusal) throw refusal;
        published.push(track);
        local.handlePublished(publicationOf(track));
        return Promise.resolve();
      },
      unpublish: async () => Promise.resolve(),
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
});
