import type { EffectProblem, EffectSupport } from '../parts/room-effect.js';

/** A module that uses SIMD, which MediaPipe and RNNoise are built with. */
const simdModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

/**
 * Whether this browser and this page can blur the background of a camera: it needs WebGL 2,
 * WebAssembly with SIMD and a way to change the frames of a track.
 */
export const backgroundBlurSupport = memoized(() => {
  if (!canProcessFrames()) return 'no-processing';
  return hasWebGl() ? webAssemblyProblem() : 'no-webgl';
});

/**
 * Whether this browser and this page can suppress noise at a microphone: it needs an
 * `AudioWorklet` and WebAssembly with SIMD.
 */
export const noiseSuppressionSupport = memoized(() =>
  typeof AudioWorkletNode === 'function' ? webAssemblyProblem() : 'no-processing',
);

/** Runs a check once: each run would open a context, and a policy would report each try. */
function memoized(check: () => EffectProblem | undefined): () => EffectSupport {
  let known: EffectSupport | undefined;
  return () => {
    if (known) return known;
    const problem = check();
    return (known = problem ? { supported: false, problem } : { supported: true });
  };
}

function canProcessFrames(): boolean {
  const needed = ['VideoFrame', 'OffscreenCanvas', 'createImageBitmap', 'TransformStream'];
  const has = (name: string): boolean => name in globalThis;
  const hasStreams = has('MediaStreamTrackProcessor') && has('MediaStreamTrackGenerator');
  return needed.every(has) && (hasStreams || 'captureStream' in HTMLCanvasElement.prototype);
}

function hasWebGl(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  // Frees the context: with too many, a browser drops the oldest, which may be the page's.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

function webAssemblyProblem(): EffectProblem | undefined {
  if (typeof WebAssembly !== 'object' || !WebAssembly.validate(simdModule)) return 'no-webassembly';
  try {
    new WebAssembly.Module(simdModule);
    return undefined;
  } catch {
    return 'blocked-by-policy';
  }
}
