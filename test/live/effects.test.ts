import { expect } from '@open-wc/testing';
import { type Room, Track } from 'livekit-client';
import { createBackgroundBlur, createNoiseSuppression } from '../../src/effects/index.js';
import { measureVoice } from '../../src/features/voice/voice-meter.js';
import { nativeTrack, type Peer, Stage } from './support/live.js';
import { frames, replaceMedia } from './support/media.js';

/** Resolves when `when` accepts the sharpness of a video's frame. */
async function sharpness(
  video: HTMLVideoElement,
  when: (value: number) => boolean,
): Promise<number> {
  const canvas = document.createElement('canvas');
  canvas.width = 160;
  canvas.height = 120;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  for (;;) {
    await frames(video, 1);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let steps = 0;
    for (let at = 4; at < data.length; at += 4) steps += Math.abs(data[at + 1]! - data[at - 3]!);
    const value = steps / (data.length / 4);
    if (when(value)) return value;
  }
}

/** Measures the loudness of an element's stream over half a second. */
async function loudness(element: HTMLMediaElement): Promise<number> {
  const context = new AudioContext();
  try {
    const analyser = new AnalyserNode(context, { fftSize: 32_768 });
    context.createMediaStreamSource(element.srcObject as MediaStream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    do {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      analyser.getFloatTimeDomainData(samples);
      // The oldest sample stays 0 until the analyser's buffer is full.
    } while (samples[0] === 0);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  } finally {
    await context.close();
  }
}

/** Resolves when a copy of a muted track has sound, which the hint to a muted speaker needs. */
async function heard(track: () => MediaStreamTrack | undefined): Promise<void> {
  const done = new AbortController();
  await new Promise<void>((resolve) => {
    const onLevel = (level = 0): void => {
      if (level > 0.4) resolve();
    };
    measureVoice({ host: document.body, track, onLevel, hearsMuted: true }, done.signal);
  });
  done.abort();
}

/** A small video, because without a GPU each large frame takes seconds. */
const small = {
  videoCaptureDefaults: { resolution: { width: 320, height: 180, frameRate: 10 } },
  publishDefaults: { simulcast: false },
};

describe('effects', function () {
  this.timeout(120_000);
  let stage: Stage;
  beforeEach(() => {
    localStorage.clear();
    stage = new Stage();
  });
  afterEach(async () => {
    await stage.end();
    localStorage.clear();
  });

  const watch = async (ann: Peer, ben: Peer) => {
    await ann.session.connect(await stage.credentials('ann'));
    await ann.session.setCameraEnabled(true);
    const { track } = await ben.hears('track-subscribed');
    const video = stage.element('video');
    ben.session.attach(track.sid, video);
    return video;
  };

  it('blur the sent video while the person has turned the blur on', async () => {
    const blur = createBackgroundBlur({ noPersist: true });
    expect(blur.support).to.deep.equal({ supported: true });
    const ben = await stage.joined('ben');
    const ann = await stage.peer({ videoProcessor: blur, roomOptions: small });
    const video = await watch(ann, ben);
    const sharp = await sharpness(video, (value) => value > 2);
    const camera = nativeTrack(ann, 'camera');

    await blur.setEnabled(true);
    expect(blur.state.getSnapshot()).to.deep.equal({
      enabled: true,
      isPending: false,
      error: undefined,
    });
    const blurred = nativeTrack(ann, 'camera');
    expect(blurred === camera).to.equal(false);
    await sharpness(video, (value) => value < sharp / 2);

    await blur.setEnabled(false);
    expect(nativeTrack(ann, 'camera') === camera).to.equal(true);
    expect(blurred.readyState).to.equal('ended');
    await sharpness(video, (value) => value > sharp * 0.7);
  });

  it('blur the preview from its first frame, after a mute and with a new capture', async () => {
    const blur = createBackgroundBlur({ noPersist: true });
    await blur.setEnabled(true);
    const ben = await stage.joined('ben');
    const ann = await stage.peer({ videoProcessor: blur, roomOptions: small });
    await ann.session.setCameraEnabled(true);
    const mine = stage.element('video');
    ann.session.attach('local:camera', mine);
    // On a busy machine an element may draw black before its first picture.
    const first = await sharpness(mine, (value) => value > 0);

    const video = await watch(ann, ben);
    await sharpness(video, (value) => value > 0 && value <= first * 1.5);
    await ann.session.setCameraEnabled(false);
    await ann.session.setCameraEnabled(true);
    await ben.hears('track-unmuted');
    await frames(video);
    const before = nativeTrack(ann, 'camera');
    const live = ann.session.liveRoom as Room;
    await live.localParticipant
      .getTrackPublication(Track.Source.Camera)!
      .videoTrack!.restartTrack();
    expect(nativeTrack(ann, 'camera') === before).to.equal(false);
    await frames(video, 5);

    await blur.setEnabled(false);
    await sharpness(video, (value) => value > first * 2);
  });

  it('open no camera whose blur fails, and open it as it is after that was told', async () => {
    const blur = createBackgroundBlur({ noPersist: true, assetPath: '/nowhere' });
    await blur.setEnabled(true);
    const ann = await stage.peer({ videoProcessor: blur, roomOptions: small });
    const failed = await ann.session.setCameraEnabled(true).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failed).to.include({ reason: 'load-failed', stage: 'setup' });
    const { enabled, error } = blur.state.getSnapshot();
    expect({ enabled, reason: error?.reason }).to.deep.equal({
      enabled: false,
      reason: 'load-failed',
    });
    await ann.session.setCameraEnabled(true);
    const mine = stage.element('video');
    ann.session.attach('local:camera', mine);
    await frames(mine);
  });

  it('suppress noise in the sent audio, and keep the microphone mutable', async () => {
    const context = new AudioContext({ sampleRate: 48_000 });
    // Ten seconds, because a short loop has a rhythm, which is suppressed less.
    const noise = new AudioBuffer({ length: 480_000, sampleRate: 48_000 });
    const samples = noise.getChannelData(0);
    // Low noise, as of a room or a fan. Loud white noise is suppressed little.
    let level = 0;
    for (let at = 0; at < samples.length; at++) {
      level = 0.98 * level + 0.05 * (Math.random() - 0.5);
      samples[at] = level;
    }
    const source = new AudioBufferSourceNode(context, { buffer: noise, loop: true });
    const hiss = context.createMediaStreamDestination();
    source.connect(hiss);
    source.start();
    const restore = replaceMedia('getUserMedia', () => () => Promise.resolve(hiss.stream.clone()));
    try {
      const suppression = createNoiseSuppression({ noPersist: true });
      expect(suppression.support).to.deep.equal({ supported: true });
      const ben = await stage.joined('ben');
      const ann = await stage.peer({ audioProcessor: suppression });
      await ann.session.connect(await stage.credentials('ann'));
      await ann.session.setMicrophoneEnabled(true);
      const { track } = await ben.hears('track-subscribed');
      const audio = stage.element('audio');
      ben.session.attach(track.sid, audio);
      let loud = 0;
      while (loud < 0.03) loud = await loudness(audio);

      await suppression.setEnabled(true);
      // Several times, because there is a gap while the track is replaced.
      for (let seen = 0; seen < 3;) {
        seen = (await loudness(audio)) < loud / 4 ? seen + 1 : 0;
      }
      expect(nativeTrack(ann, 'microphone').readyState).to.equal('live');
      await ann.session.setMicrophoneEnabled(false);
      await heard(() => suppression.capturedTrack);
      await ann.session.setMicrophoneEnabled(true);
      await ben.hears('track-unmuted');

      await suppression.setEnabled(false);
      while ((await loudness(audio)) < loud * 0.9);
    } finally {
      restore();
      await context.close();
    }
  });
});
