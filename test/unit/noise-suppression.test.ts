import { expect } from '@open-wc/testing';
import { noiseAssets } from '../../src/effects/assets.js';
import { startNoiseSuppression } from '../../src/effects/noise-pipeline.js';

/** Resolves with the loudness of a track once `when` accepts it. */
async function loudness(
  context: AudioContext,
  track: MediaStreamTrack,
  when: (value: number) => boolean,
): Promise<number> {
  const analyser = new AnalyserNode(context, { fftSize: 16_384 });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    analyser.getFloatTimeDomainData(samples);
    const value = Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);
    if (samples[0] !== 0 && when(value)) return value;
  }
}

describe('noise suppression', () => {
  for (const channels of [1, 2]) {
    it(`keeps a sound that is no noise as loud as it is, in ${channels} channels`, async () => {
      const context = new AudioContext({ sampleRate: 48_000 });
      try {
        const microphone = context.createMediaStreamDestination();
        microphone.channelCount = channels;
        const tone = new OscillatorNode(context, { frequency: 380 });
        tone.connect(microphone);
        tone.start();
        const [track] = microphone.stream.getAudioTracks();
        const pipeline = await startNoiseSuppression({ track } as never, noiseAssets(undefined));
        // A whole tone has 0.71. A busy machine leaves gaps in it, which would count as quiet.
        const loud = await loudness(context, track!, (value) => value > 0.68);
        // With one of two channels it stayed at a half.
        const kept = await loudness(context, pipeline.track, (value) => value > loud * 0.8);
        expect(kept).to.be.below(loud * 1.2);
        await pipeline.end();
      } finally {
        await context.close();
      }
    });
  }
});
