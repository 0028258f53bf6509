import { RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor';
import type { NoiseAssets } from './assets.js';
import type { Capture, Pipeline } from './switchable-effect.js';

/** What RNNoise was trained with, in Hz. */
const sampleRate = 48_000;

/** Suppresses what is no voice in a microphone's track. */
export async function startNoiseSuppression(
  { track }: Capture,
  assets: NoiseAssets,
): Promise<Pipeline> {
  const wasmBinary = await load(assets.binary);
  // Of its own: LiveKit's has the rate of the sound card, and ends when a call does.
  const context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
  try {
    await context.audioWorklet.addModule(assets.worklet);
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const node = new RnnoiseWorkletNode(context, { maxChannels: 1, wasmBinary });
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    source.connect(node).connect(destination);
    // A page that has the microphone may play, so that this does not wait for a click.
    await context.resume();
    const [processed] = destination.stream.getAudioTracks();
    if (!processed) throw new TypeError('The audio context gives no track.');
    return {
      track: processed,
      async end() {
        processed.stop();
        node.destroy();
        await context.close();
      },
    };
  } catch (thrown) {
    await context.close();
    throw thrown;
  }
}

const loads = new Map<string, Promise<ArrayBuffer>>();

/** Loads a file once; a load that failed is tried again. */
function load(url: string): Promise<ArrayBuffer> {
  const known = loads.get(url);
  if (known) return known;
  const loading = fetch(url).then((response) => {
    if (!response.ok) throw new TypeError(`${response.status} for a file of noise suppression.`);
    return response.arrayBuffer();
  });
  loads.set(url, loading);
  loading.catch(() => loads.delete(url));
  return loading;
}
