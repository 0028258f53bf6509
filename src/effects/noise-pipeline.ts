import { RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor';
import type { NoiseAssets } from './assets.js';
import type { Capture, Pipeline } from './switchable-effect.js';

/** The sample rate with which RNNoise was trained, in Hz. */
const sampleRate = 48_000;

/** Suppresses the noise in a microphone's track. */
export async function startNoiseSuppression(
  { track }: Capture,
  assets: NoiseAssets,
): Promise<Pipeline> {
  const wasmBinary = await load(assets.binary);
  // A separate context: LiveKit's has the sound card's rate, and closes with the call.
  const context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
  try {
    await context.audioWorklet.addModule(assets.worklet);
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const node = new RnnoiseWorkletNode(context, { maxChannels: 1, wasmBinary });
    // It processes one channel. The second one of a stereo input would be silent, and the mix of both
    // half as loud as the voice.
    node.channelCount = 1;
    node.channelCountMode = 'explicit';
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    source.connect(node).connect(destination);
    // A page with access to the microphone may play sound, so this needs no click.
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

/** Loads a file once. After a failure the next call tries again. */
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
