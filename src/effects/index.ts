/**
 * Effects for the local camera and microphone, which a person turns on in the settings or before a
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
   * The folder with the effect's files on the app's server, such as `/effects/`. Default: the place
   * to which the bundler has copied them. The files must be of the page's origin, or of one that
   * the page's policy allows.
   */
  readonly assetPath?: string;
  /**
   * For a room with `no-persist`: the person's choice is neither read nor stored. Default `false`.
   */
  readonly noPersist?: boolean;
}

/** The options of {@link createBackgroundBlur}. */
export interface BackgroundBlurOptions extends EffectOptions {
  /** The radius of the blur, in pixels of the picture. Default 10. */
  readonly radius?: number;
}

/**
 * Creates a processor that blurs the background of the local camera. Set it as `videoProcessor` of
 * one `<ffc-room>`. It is off until the person turns it on, and loads nothing before that. While it
 * is on, every shown or sent frame is blurred. If the blur fails, the camera does not open. The
 * person is notified, and the next try is without blur.
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
 * Creates a processor that suppresses the noise of the local microphone. Set it as `audioProcessor`
 * of one `<ffc-room>`. It is off until the person turns it on, and loads nothing before that. If it
 * fails, the microphone is sent unchanged.
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
