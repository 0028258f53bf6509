import { expect } from '@open-wc/testing';
import { nativeTrack, own, Stage } from './support/live.js';
import { frames, sound } from './support/media.js';

/** The options from LiveKit that these processors use. */
interface Given {
  readonly track: MediaStreamTrack;
  readonly audioContext?: AudioContext;
}

/** A processor that outputs a copy of each track. */
class CopyingProcessor {
  readonly name = 'copy';
  readonly given: Given[] = [];
  processedTrack: MediaStreamTrack | undefined;

  init(given: Given): Promise<void> {
    this.given.push(given);
    this.processedTrack = given.track.clone();
    return Promise.resolve();
  }

  restart(given: Given): Promise<void> {
    this.processedTrack?.stop();
    return this.init(given);
  }

  destroy(): Promise<void> {
    this.processedTrack?.stop();
    this.processedTrack = undefined;
    return Promise.resolve();
  }
}

describe('a page’s processors', () => {
  let stage: Stage;
  beforeEach(() => (stage = new Stage()));
  afterEach(() => stage.end());

  it('send the microphone through the audio processor, also after it was muted', async () => {
    const audioProcessor = new CopyingProcessor();
    const ben = await stage.joined('ben');
    const ann = await stage.peer({ audioProcessor });
    await ann.session.setMicrophoneEnabled(true);
    expect(own(ann, 'microphone')?.sid).to.equal('local:microphone');
    await ann.session.connect(await stage.credentials('ann'));
    const { track } = await ben.hears('track-subscribed');
    expect(nativeTrack(ann, 'microphone') === audioProcessor.processedTrack).to.equal(true);
    expect(audioProcessor.given.every(({ audioContext }) => audioContext)).to.equal(true);
    const audio = stage.element('audio');
    ben.session.attach(track.sid, audio);
    await sound(audio);

    await ann.session.setMicrophoneEnabled(false);
    await ann.session.setMicrophoneEnabled(true);
    expect(nativeTrack(ann, 'microphone') === audioProcessor.processedTrack).to.equal(true);
    await ben.hears('track-unmuted');
    await sound(audio);
  });

  it('closes the audio context that a processor needs before the call’s own', async () => {
    const audioProcessor = new CopyingProcessor();
    const ann = await stage.peer({ audioProcessor });
    await ann.session.connect(await stage.credentials('ann'));
    await ann.session.setMicrophoneEnabled(true);
    const contexts = [...new Set(audioProcessor.given.map(({ audioContext }) => audioContext))];
    expect(contexts.map((context) => context?.state === 'closed')).to.deep.equal([true, false]);
    await ann.session.disconnect();
    expect(audioProcessor.processedTrack).to.equal(undefined);
  });

  it('show and send the camera through the video processor, and know its device', async () => {
    const videoProcessor = new CopyingProcessor();
    const ben = await stage.joined('ben');
    const ann = await stage.peer({ videoProcessor });
    await ann.session.setCameraEnabled(true);
    const mine = stage.element('video');
    ann.session.attach('local:camera', mine);
    await frames(mine);
    const [shown] = (mine.srcObject as MediaStream).getVideoTracks();
    expect(shown === videoProcessor.processedTrack).to.equal(true);
    const devices = ann.session.devices;
    expect(devices.videoinput.map(({ id }) => id)).to.include(devices.active.videoinput);

    await ann.session.connect(await stage.credentials('ann'));
    const { track } = await ben.hears('track-subscribed');
    const theirs = stage.element('video');
    ben.session.attach(track.sid, theirs);
    await frames(theirs);
  });
});
