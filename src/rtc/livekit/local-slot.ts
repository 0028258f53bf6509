import { type LocalTrack, TrackEvent } from 'livekit-client';
import type { TrackSnapshot, TrackSource } from '../session.js';

export type LocalSource = Exclude<TrackSource, 'unknown'>;

export interface LocalSlotEvents {
  /** The snapshot changed. */
  readonly onChange: () => void;
  /** The browser ended the track, and LiveKit could not capture it again. */
  readonly onEnded: () => void;
}

/** The local track of one source, from its capture to its end, published or not. */
export class LocalSlot {
  readonly source: LocalSource;
  readonly #events: LocalSlotEvents;
  #track: LocalTrack | undefined;
  #trackSid: string | undefined;
  #ended = false;

  constructor(source: LocalSource, events: LocalSlotEvents) {
    this.source = source;
    this.#events = events;
  }

  get track(): LocalTrack | undefined {
    return this.#track;
  }

  get isPublished(): boolean {
    return this.#trackSid !== undefined;
  }

  get snapshot(): TrackSnapshot | undefined {
    const track = this.#track;
    if (!track) return undefined;
    return Object.freeze({
      sid: this.#trackSid ?? `local:${this.source}`,
      source: this.source,
      kind: this.source === 'camera' || this.source === 'screen_share' ? 'video' : 'audio',
      muted: track.isMuted,
      isLocal: true,
      isSubscribed: true,
      isStalled: false,
      width: track.dimensions?.width ?? 0,
      height: track.dimensions?.height ?? 0,
    });
  }

  /** The id of the device in use, when there is a track. */
  get deviceId(): string | undefined {
    // Not that of `mediaStreamTrack`: what a processor makes of it comes from no device.
    return this.#track?.getSourceTrackSettings().deviceId;
  }

  /** Whether `trackSid` is this track's publication id or its local name. */
  has(trackSid: string): boolean {
    return trackSid === this.#trackSid || trackSid === `local:${this.source}`;
  }

  adopt(track: LocalTrack): void {
    this.#track = track;
    this.#ended = false;
    track.on(TrackEvent.Muted, this.#onMuted);
    track.on(TrackEvent.Unmuted, this.#events.onChange);
    track.on(TrackEvent.Ended, this.#onEnded);
    track.on(TrackEvent.Restarted, this.#onRestarted);
  }

  setPublished(trackSid: string | undefined): void {
    this.#trackSid = trackSid;
  }

  /** Stops the track for good, and frees its device. */
  release(): void {
    const track = this.#track;
    if (!track) return;
    this.#track = undefined;
    this.#trackSid = undefined;
    track.off(TrackEvent.Muted, this.#onMuted);
    track.off(TrackEvent.Unmuted, this.#events.onChange);
    track.off(TrackEvent.Ended, this.#onEnded);
    track.off(TrackEvent.Restarted, this.#onRestarted);
    track.detach();
    track.stop();
  }

  readonly #onMuted = (): void => {
    this.#events.onChange();
    // LiveKit mutes a published track that ended and could not be captured again.
    if (this.#ended) this.#events.onEnded();
    this.#ended = false;
  };

  readonly #onRestarted = (): void => {
    this.#ended = false;
    this.#events.onChange();
  };

  readonly #onEnded = (): void => {
    const isDevice = this.source === 'camera' || this.source === 'microphone';
    // A muted device is captured anew when it is unmuted.
    if (isDevice && this.#track?.isMuted) return;
    // LiveKit captures a published device anew, and unpublishes a screen that the person stopped.
    if (!this.isPublished) this.#events.onEnded();
    else if (isDevice) this.#ended = true;
  };
}
