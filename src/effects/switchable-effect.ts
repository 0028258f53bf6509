import type { LocalTrack, ProcessorOptions, Track, TrackProcessor } from 'livekit-client';
import { type Cell, createCell } from '../core/cell.js';
import { toFfcError } from '../core/errors.js';
import {
  type EffectSupport,
  type RoomEffect,
  roomEffectKey,
  type RoomEffectName,
  type RoomEffectState,
} from '../parts/room-effect.js';
import { effectFailed, unsupportedEffect } from './errors.js';
import { isRemembered, remember } from './memory.js';

/** The options from LiveKit for a processor of a track. */
export type Capture = ProcessorOptions<Track.Kind>;

/** A processor whose track may be undefined. LiveKit's type allows only a missing property. */
type Processor = Omit<TrackProcessor<Track.Kind>, 'processedTrack'>;

/** The processing of one track, until it ends. */
export interface Pipeline {
  /** The track that is shown and sent in place of the captured one. */
  readonly track: MediaStreamTrack;
  end(): Promise<void>;
}

/** The definition of an effect. */
export interface EffectInit {
  readonly name: RoomEffectName;
  readonly support: () => EffectSupport;
  /** Starts processing a track. Its code loads with the first use. */
  readonly start: (capture: Capture) => Promise<Pipeline>;
  /** Whether a failure of the effect fails the track, too: hidden things must not be seen. */
  readonly isPrivate: boolean;
  /** Whether the choice of the person is neither read nor stored. */
  readonly noPersist: boolean;
}

/**
 * A processor of LiveKit's that can be turned on and off. While it is off it has no track of its
 * own, so that LiveKit uses the captured one, and nothing is loaded.
 *
 * LiveKit sets the same object again to replace the pipeline: it starts the new one and ends the
 * old one, in an order that differs for camera and microphone. So the pipelines are in a queue, and
 * LiveKit's calls always concern the first.
 */
export class SwitchableEffect implements RoomEffect, Processor {
  readonly [roomEffectKey] = true;
  readonly name: RoomEffectName;
  readonly state: Cell<RoomEffectState>;
  readonly #init: EffectInit;
  readonly #pipelines: (Pipeline | undefined)[] = [];
  #track: LocalTrack | undefined;
  #captured: MediaStreamTrack | undefined;
  #work: Promise<void> = Promise.resolve();
  #isSwitching = false;

  constructor(init: EffectInit) {
    this.#init = init;
    this.name = init.name;
    const enabled = !init.noPersist && isRemembered(init.name);
    this.state = createCell<RoomEffectState>({ enabled, isPending: false, error: undefined });
  }

  get support(): EffectSupport {
    return this.#init.support();
  }

  get capturedTrack(): MediaStreamTrack | undefined {
    return this.#pipelines[0] && this.#captured;
  }

  /** For LiveKit; undefined: the captured track is used. */
  get processedTrack(): MediaStreamTrack | undefined {
    return this.#pipelines[0]?.track;
  }

  setEnabled(enabled: boolean, { keep = true } = {}): Promise<void> {
    try {
      if (enabled) this.#checkSupport();
    } catch (thrown) {
      return Promise.reject(toFfcError(thrown, 'device'));
    }
    if (keep && !this.#init.noPersist) remember(this.name, enabled);
    const work = this.#work.then(() => this.#switch(enabled));
    this.#work = work.catch(() => {});
    return work;
  }

  /** For LiveKit: a track was captured, or the effect was switched. */
  async init(capture: Capture): Promise<void> {
    this.#track = capture.localTrack;
    const pipeline = await this.#start(capture);
    // Again, because an earlier track may have ended meanwhile.
    this.#track = capture.localTrack;
    this.#pipelines.push(pipeline);
  }

  /** For LiveKit: the same track captures from another device, or again after it was off. */
  async restart(capture: Capture): Promise<void> {
    await this.#pipelines.shift()?.end();
    this.#track = capture.localTrack;
    try {
      this.#pipelines.unshift(await this.#start(capture));
    } catch (thrown) {
      this.#pipelines.unshift(undefined);
      throw thrown;
    }
  }

  /** For LiveKit: the track ended, or another pipeline takes its place. */
  async destroy(): Promise<void> {
    const pipeline = this.#pipelines.shift();
    // The page keeps this object after a call, and a track would keep all of the call.
    if (this.#pipelines.length === 0) this.#track = this.#captured = undefined;
    await pipeline?.end();
  }

  async #switch(enabled: boolean): Promise<void> {
    const before = this.state.getSnapshot();
    if (before.enabled === enabled && !before.error) return;
    this.state.set({ enabled, isPending: true, error: undefined });
    this.#isSwitching = true;
    try {
      const track = this.#track;
      // A camera that is off is captured and processed when it is turned on again.
      const isCaptured = track && !track.isStopped && !(isVideo(track) && track.isMuted);
      // LiveKit's types distinguish video and audio processors. This class is used for both.
      if (isCaptured) await track.setProcessor(this as never);
    } catch (thrown) {
      throw this.#fail(thrown);
    } finally {
      this.#isSwitching = false;
      this.state.set({ ...this.state.getSnapshot(), isPending: false });
    }
    const { error } = this.state.getSnapshot();
    if (error) throw error;
  }

  async #start(capture: Capture): Promise<Pipeline | undefined> {
    this.#captured = capture.track;
    if (!this.state.getSnapshot().enabled) return undefined;
    try {
      this.#checkSupport();
      const pipeline = await this.#init.start(capture);
      if (capture.track.readyState === 'live') return pipeline;
      // The track has ended meanwhile: LiveKit captures it again when needed.
      await pipeline.end();
      return undefined;
    } catch (thrown) {
      if (capture.track.readyState === 'ended') return undefined;
      const error = this.#fail(thrown);
      if (!this.#init.isPrivate) return undefined;
      // LiveKit drops a track whose processor failed, and its device would stay open.
      if (!this.#isSwitching) capture.track.stop();
      throw error;
    }
  }

  #checkSupport(): void {
    const { support } = this;
    if (!support.supported) throw this.#fail(unsupportedEffect(this.name, support.problem));
  }

  /** Turns the effect off. The person is notified, and the next capture is without it. */
  #fail(thrown: unknown): ReturnType<typeof toFfcError> {
    const error = effectFailed(this.name, thrown);
    this.state.set({ enabled: false, isPending: this.#isSwitching, error });
    return error;
  }
}

/** Compares the kind as text, because an import of LiveKit's enumeration would load its code. */
function isVideo({ kind }: { readonly kind: string }): boolean {
  return kind === 'video';
}
