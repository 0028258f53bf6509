/**
 * Effects for the own camera and microphone, which a person turns on in the settings or before a
 * call. They need packages that this one does not install: see `docs/effects.md`.
 */
import type { RoomEffect } from '../parts/room-effect.js';
import { blurAssets, noiseAssets } from './assets.js';
import { SwitchableEffect } from './switchable-effect.js';
import { backgroundBlurSupport, noiseSuppressionSupport } from './support.js';

export type {
  EffectProblem,
  EffectSupport,
  RoomEffect,
  RoomEffectName,
  RoomEffectState,
} from '../parts/room-effect.js';
export type { Readable } from '../core/cell.js';
export { FfcError } from '../core/errors.js';
export { backgroundBlurSupport, noiseSuppressionSupport };

/** The options of each effect. */
export interface EffectOptions {
  /**
   * The folder that the app serves the effect's files from, by their own names, such as
   * `/effects/`. Default: where the bundler put them. The files have to be of the page's origin,
   * or of one that the page's policy allows.
   */
  readonly assetPath?: string;
  /** For a room with `no-persist`: the person's choice is neither read nor kept. Default `false`. */
  readonly noPersist?: boolean;
}

/** The options of {@link createBackgroundBlur}. */
export interface BackgroundBlurOptions extends EffectOptions {
  /** How much is blurred: the radius, in pixels of the picture. Default 10. */
  readonly radius?: number;
}

/**
 * Makes what blurs the background of the own camera: set it as `videoProcessor` of one `<ffc-room>`.
 * It is off until the person turns it on, and loads nothing before that. While it is on, no frame
 * is shown or sent that is not blurred: a camera whose blur fails does not open, and the next try
 * goes without, after the person was told.
 */
export function createBackgroundBlur(options: BackgroundBlurOptions = {}): RoomEffect {
  const { assetPath, noPersist = false, radius = 10 } = options;
  return new SwitchableEffect({
    name: 'background-blur',
    support: backgroundBlurSupport,
    async start(capture) {
      const { startBlur } = await import('./blur-pipeline.js');
      return startBlur(capture, radius, blurAssets(assetPath));
    },
    isPrivate: true,
    noPersist,
  });
}

/**
 * Makes what suppresses noise at the own microphone: set it as `audioProcessor` of one `<ffc-room>`.
 * It is off until the person turns it on, and loads nothing before that. Where it fails, the
 * microphone is sent as it is.
 */
export function createNoiseSuppression(options: EffectOptions = {}): RoomEffect {
  const { assetPath, noPersist = false } = options;
  return new SwitchableEffect({
    name: 'noise-suppression',
    support: noiseSuppressionSupport,
    async start(capture) {
      const { startNoiseSuppression } = await import('./noise-pipeline.js');
      return startNoiseSuppression(capture, noiseAssets(assetPath));
    },
    isPrivate: false,
    noPersist,
  });
}
