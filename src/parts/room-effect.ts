import type { Readable } from '../core/cell.js';
import type { FfcError } from '../core/errors.js';
import type { RoomHandle } from './room-handle.js';

/** The name of a {@link RoomEffect}: the settings and the prejoin have a label for each. */
export type RoomEffectName = 'background-blur' | 'noise-suppression';

/** The reason why a browser, or the policy of a page, does not support an effect. */
export type EffectProblem =
  /** The browser cannot process a video or an audio track. */
  | 'no-processing'
  /** The browser has no WebGL 2, or it is turned off. */
  | 'no-webgl'
  /** The browser has no WebAssembly with SIMD. */
  | 'no-webassembly'
  /** The Content-Security-Policy of the page forbids WebAssembly: `wasm-unsafe-eval` is missing. */
  | 'blocked-by-policy';

/** Whether an effect can run in this browser and on this page. */
export type EffectSupport =
  { readonly supported: true } | { readonly supported: false; readonly problem: EffectProblem };

/** The current state of an effect. */
export interface RoomEffectState {
  /** Whether the person wants the effect. It also applies to the next capture. */
  readonly enabled: boolean;
  /** Whether it is being turned on or off. */
  readonly isPending: boolean;
  /** Why it is off although the person wanted it. */
  readonly error: FfcError | undefined;
}

/** The mark of an effect; global, so that two copies of the code agree. */
export const roomEffectKey: unique symbol = Symbol.for('ffc-elements.effect') as never;

/**
 * A processor of the own camera or microphone that the person can turn on and off: the settings
 * and the prejoin have a switch for it. Made by `ffc-elements/effects`, and set as `videoProcessor`
 * or `audioProcessor` of one `<ffc-room>`.
 */
export interface RoomEffect {
  readonly [roomEffectKey]: true;
  readonly name: RoomEffectName;
  readonly state: Readable<RoomEffectState>;
  /** Checks browser and page; the answer does not change while a page is open. */
  readonly support: EffectSupport;
  /**
   * The track of the device that is processed now, from before the processing; undefined while
   * there is none. A room listens to it for somebody who speaks while muted.
   */
  readonly capturedTrack?: MediaStreamTrack | undefined;
  /**
   * Turns the effect on or off: at once for what is captured now, and for what is captured next.
   *
   * @param options.keep Whether the choice is kept for the next visit. Default `true`.
   * @throws {FfcError} of stage `device` where it cannot run, and of stage `setup` with the reason
   *   `load-failed` where its files could not be had. It is off then.
   */
  setEnabled(enabled: boolean, options?: { readonly keep?: boolean }): Promise<void>;
}

/** An element with the processors of a page: a `<ffc-room>`. */
export interface MaybeProcessed {
  readonly videoProcessor?: unknown;
  readonly audioProcessor?: unknown;
}

/** The effects that the page has given a room: those among its processors that can be switched. */
export function effectsOf({ host }: RoomHandle): readonly RoomEffect[] {
  const { videoProcessor, audioProcessor } = host as MaybeProcessed;
  return [videoProcessor, audioProcessor].filter(isRoomEffect);
}

function isRoomEffect(value: unknown): value is RoomEffect {
  return typeof value === 'object' && value !== null && roomEffectKey in value;
}
