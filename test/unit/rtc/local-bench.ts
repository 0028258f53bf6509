import { type LocalTrack, type LocalTrackPublication, Track } from 'livekit-client';
import type { FfcError } from '../../../src/core/errors.js';
import type { CaptureSource } from '../../../src/rtc/livekit/capture.js';
import { LocalMedia } from '../../../src/rtc/livekit/local-media.js';
import type { TrackSnapshot } from '../../../src/rtc/session.js';
import { FakeTrack } from './fake-track.js';

/** The manager of local tracks, with devices, a picker and a server that the test controls. */
export class LocalBench {
  readonly opened: FakeTrack[] = [];
  readonly published: LocalTrack[] = [];
  readonly unpublished: LocalTrack[] = [];
  /** The tracks after each change. */
  readonly seen: (readonly TrackSnapshot[])[] = [];
  readonly failed: [FfcError, TrackSnapshot | undefined][] = [];
  /** One function for each requested device, which opens it. */
  readonly open: (() => void)[] = [];
  connected = false;
  restarting = false;
  refusal: Error | undefined;
  /** The tracks that the picker returns, one list for each share. */
  screens: FakeTrack[][] = [];
  /** Resolves when the person has picked a screen. */
  picked: Promise<void> = Promise.resolve();
  /** Called while a track is being published. */
  whilePublishing: (track: LocalTrack) => void = () => {};

  readonly local: LocalMedia = new LocalMedia({
    capture: {
      device: async (source) => {
        await new Promise<void>((resolve) => this.open.push(resolve));
        const track = new FakeTrack(
          source === 'camera' ? Track.Source.Camera : Track.Source.Microphone,
        );
        this.opened.push(track);
        return track.asLocalTrack;
      },
      screen: async () => {
        await this.picked;
        return (this.screens.shift() ?? []).map(({ asLocalTrack }) => asLocalTrack);
      },
    },
    devices: {},
    canPublish: () => this.connected,
    isRestarting: () => this.restarting,
    publish: async (track) => {
      if (this.refusal) throw this.refusal;
      this.whilePublishing(track);
      this.published.push(track);
      this.local.handlePublished(publicationOf(track));
      return Promise.resolve();
    },
    unpublish: async (track) => {
      this.unpublished.push(track);
      return Promise.resolve();
    },
    onChange: () => this.seen.push(this.local.tracks()),
    onFailed: (error, track) => this.failed.push([error, track]),
  });

  /** Turns a device on or off, and lets it open. */
  async turn(on: boolean, source: CaptureSource = 'camera'): Promise<void> {
    const turned = this.local.setEnabled(source, on);
    await Promise.resolve();
    this.open.shift()?.();
    return turned;
  }
}

export function publicationOf(track: LocalTrack): LocalTrackPublication {
  return { track, trackSid: 'TR_1', source: track.source } as unknown as LocalTrackPublication;
}
