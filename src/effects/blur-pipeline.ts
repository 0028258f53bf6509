import {
  BackgroundTransformer,
  LogLevel,
  ProcessorWrapper,
  setLogLevel,
  VideoTransformer,
} from '@livekit/track-processors';
import { ImageSegmenter } from '@mediapipe/tasks-vision';
import type { BlurAssets } from './assets.js';
import { loadScript } from './load-script.js';
import type { Capture, Pipeline } from './switchable-effect.js';

// The console belongs to the host page.
setLogLevel(LogLevel.silent);

/** LiveKit's blur with local files instead of a CDN, and without an unblurred first frame. */
class Blur extends BackgroundTransformer {
  readonly #assets: BlurAssets;
  readonly #radius: number;

  constructor(radius: number, assets: BlurAssets) {
    super({ blurRadius: radius });
    this.#assets = assets;
    this.#radius = radius;
  }

  /** Replaces the library's method, which would request files from other hosts. */
  override async init(options: Parameters<VideoTransformer<never>['init']>[0]): Promise<void> {
    await VideoTransformer.prototype.init.call(this, options);
    const segmenter = starting.then(() => createSegmenter(this.#assets, this.canvas));
    starting = segmenter.catch(() => {});
    this.imageSegmenter = await segmenter;
    this.gl?.setBlurRadius(this.#radius);
    // The library would send the first frame unblurred.
    this.isFirstFrame = false;
  }
}

/** The previous start. Starts must not overlap, because MediaPipe uses one global variable. */
let starting: Promise<unknown> = Promise.resolve();

async function createSegmenter(
  { loader, binary, model }: BlurAssets,
  canvas: OffscreenCanvas | HTMLCanvasElement | undefined,
): Promise<ImageSegmenter> {
  await loadScript(loader);
  // MediaPipe reads its module from this global variable, and clears it. A page may use it, too.
  const globals = globalThis as { Module?: unknown };
  const before = globals.Module;
  // MediaPipe logs plain messages as errors.
  globals.Module = { print() {}, printErr() {} };
  try {
    return await ImageSegmenter.createFromOptions(
      // Without a path MediaPipe uses the script that has already loaded.
      { wasmLoaderPath: '', wasmBinaryPath: binary },
      {
        baseOptions: { modelAssetPath: model, delegate: drawsInSoftware() ? 'CPU' : 'GPU' },
        ...(canvas && { canvas }),
        runningMode: 'VIDEO',
        outputCategoryMask: true,
        outputConfidenceMasks: false,
      },
    );
  } finally {
    if (before === undefined) delete globals.Module;
    else globals.Module = before;
  }
}

/** Whether WebGL runs in software: then the detection is faster on the processor. */
function drawsInSoftware(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  const info = context?.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = info && context?.getParameter(info.UNMASKED_RENDERER_WEBGL);
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|basic render/i.test(String(renderer));
}

let count = 0;

/** Blurs the background of the person in a camera's track. */
export async function startBlur(
  capture: Capture,
  radius: number,
  assets: BlurAssets,
): Promise<Pipeline> {
  // Some browsers use the name for a canvas, which two cameras must not share.
  const processor = new ProcessorWrapper(new Blur(radius, assets), `ffc-blur-${++count}`);
  try {
    await processor.init(capture);
  } catch (thrown) {
    // The processor's own `destroy()` has no effect before it runs.
    await processor.transformer.destroy().catch(() => {});
    (processor.trackGenerator as MediaStreamTrack | undefined)?.stop();
    processor.displayCanvas?.remove();
    throw thrown;
  }
  const track = processor.processedTrack;
  if (!track) throw new TypeError('The processor gives no track.');
  return { track, end: () => processor.destroy() };
}
