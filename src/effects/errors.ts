import { FfcError, loadFailed } from '../core/errors.js';
import type { EffectProblem, RoomEffectName } from '../parts/room-effect.js';

const devices = { 'background-blur': 'camera', 'noise-suppression': 'microphone' } as const;

const remedies: Readonly<Record<EffectProblem, string>> = {
  'no-processing': 'Use a current browser: this one cannot change media on their way.',
  'no-webgl': 'Turn hardware acceleration on in the browser: it offers no WebGL 2.',
  'no-webassembly': 'Use a current browser: this one has no WebAssembly with SIMD.',
  'blocked-by-policy':
    "Add 'wasm-unsafe-eval' to script-src in the page's Content-Security-Policy.",
};

/** The error of an effect that is not supported, with the remedy. */
export function unsupportedEffect(name: RoomEffectName, problem: EffectProblem): FfcError {
  return new FfcError({
    reason: problem === 'blocked-by-policy' ? 'device-blocked-by-page' : 'device-unsupported',
    stage: 'device',
    device: devices[name],
    message: `The effect ${name} cannot run here. ${remedies[problem]}`,
  });
}

/** The error of an effect that did not start: usually its files are at another address. */
export function effectFailed(name: RoomEffectName, cause: unknown): FfcError {
  return loadFailed(
    `The effect ${name} did not start. Are its packages installed, and its files served? ` +
      'See `assetPath` where the bundler does not copy them.',
    cause,
  );
}
