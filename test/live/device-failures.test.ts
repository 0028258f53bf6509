import { expect } from '@open-wc/testing';
import type { FfcError } from '../../src/core/errors.js';
import { nativeTrack, own, Stage } from './support/live.js';
import { refuseDevices, replaceMedia, Watch } from './support/media.js';

describe('devices that fail', () => {
  let stage: Stage;
  let watch: Watch;
  let restore: (() => void) | undefined;
  beforeEach(() => {
    stage = new Stage();
    watch = new Watch();
  });
  afterEach(async () => {
    restore?.();
    restore = undefined;
    await stage.end();
    watch.end();
  });

  for (const [name, reason, retryable] of [
    ['NotAllowedError', 'device-denied', false],
    ['NotFoundError', 'device-not-found', true],
    ['NotReadableError', 'device-in-use', true],
  ] as const) {
    it(`rejects with ${reason} on ${name}, and leaves nothing behind`, async () => {
      restore = refuseDevices(name, ({ video }) => Boolean(video));
      const { session } = await stage.joined('ann');
      const error = await session.setCameraEnabled(true).catch((thrown: unknown) => thrown);
      expect(error).to.include({ reason, stage: 'device', device: 'camera', retryable });
      expect(session.participants()[0]?.tracks).to.deep.equal([]);

      restore();
      await session.setCameraEnabled(true);
      expect(session.participants()[0]?.tracks).to.have.length(1);
    });
  }

  it('says when the page may not use devices at all', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
    restore = () => Reflect.deleteProperty(navigator, 'mediaDevices');
    const { session } = await stage.peer();
    const error = await session.setMicrophoneEnabled(true).catch((thrown: unknown) => thrown);
    expect(error).to.include({ reason: 'device-unsupported', device: 'microphone' });
    await session.refreshDevices();
    expect(session.devices.audioinput).to.deep.equal([]);
  });

  it('takes the default device when the chosen one is busy', async () => {
    restore = refuseDevices('NotReadableError', ({ audio }) =>
      JSON.stringify(audio).includes('"busy"'),
    );
    const { session } = await stage.peer({ microphoneId: 'busy' });
    await session.setMicrophoneEnabled(true);
    expect(session.participants()[0]?.tracks[0]?.source).to.equal('microphone');
  });

  it('keeps the camera honest when it cannot be turned on again', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setCameraEnabled(true);
    await ann.session.setCameraEnabled(false);
    restore = refuseDevices('NotReadableError');
    const error = await ann.session.setCameraEnabled(true).catch((thrown: unknown) => thrown);
    expect(error).to.include({ reason: 'device-in-use', device: 'camera' });
    expect(own(ann, 'camera')?.muted).to.equal(true);
    expect(watch.liveTracks).to.equal(0);
  });

  it('tells when the browser ends a published camera that cannot be had again', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setCameraEnabled(true);
    restore = refuseDevices('NotFoundError');
    nativeTrack(ann, 'camera').dispatchEvent(new Event('ended'));
    const { error, track } = await ann.hears('track-failed');
    expect(error).to.include({ stage: 'device', device: 'camera', reason: 'device-stopped' });
    expect(track).to.include({ source: 'camera', muted: true });
    expect(own(ann, 'camera')?.muted).to.equal(true);
  });

  it('goes on with another device when the browser ends the one in use', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setCameraEnabled(true);
    const before = nativeTrack(ann, 'camera');
    before.dispatchEvent(new Event('ended'));
    await ann.until(() => watch.tracks.length === 2 && watch.liveTracks === 1);
    expect(ann.all('track-failed')).to.deep.equal([]);
    expect(own(ann, 'camera')?.muted).to.equal(false);
  });

  it('turns a chosen camera on again that was unplugged while it was off', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setCameraEnabled(true);
    const { deviceId } = nativeTrack(ann, 'camera').getSettings();
    await ann.session.switchDevice('videoinput', deviceId!);
    await ann.session.setCameraEnabled(false);
    restore = refuseDevices('OverconstrainedError', (constraints) =>
      JSON.stringify(constraints.video).includes('exact'),
    );
    // The camera is off, so the choice takes effect when it is turned on.
    await ann.session.switchDevice('videoinput', 'gone');
    await ann.session.setCameraEnabled(true);
    expect(own(ann, 'camera')?.muted).to.equal(false);
    expect(watch.liveTracks).to.equal(1);
  });

  it('turns off at once while the browser asks, and stops the track that opens later', async () => {
    let answer!: () => void;
    const asked = new Promise<void>((resolve) => {
      restore = replaceMedia('getUserMedia', (original) => async (constraints) => {
        resolve();
        await new Promise<void>((go) => (answer = go));
        return original(constraints);
      });
    });
    const ann = await stage.joined('ann');
    const on = ann.session.setCameraEnabled(true);
    await asked;
    await ann.session.setCameraEnabled(false);
    answer();
    await on;
    expect(watch.tracks).to.have.length(1);
    expect(watch.liveTracks).to.equal(0);
    expect(ann.all('track-published')).to.deep.equal([]);
  });

  it('drops a preview that the browser ends, and tells', async () => {
    const ann = await stage.peer();
    await ann.session.setCameraEnabled(true);
    watch.tracks[0]!.dispatchEvent(new Event('ended'));
    const { error, track } = await ann.hears('track-failed');
    expect(error.device).to.equal('camera');
    expect(track?.sid).to.equal('local:camera');
    expect(own(ann, 'camera')).to.equal(undefined);
    expect(watch.liveTracks).to.equal(0);
  });

  it('tells when the server takes no tracks, and turns the light off', async () => {
    const ann = await stage.peer();
    await ann.session.setCameraEnabled(true);
    await ann.session.connect(await stage.credentials('ann', { grant: { canPublish: false } }));
    const { error, track } = await ann.hears('track-failed');
    expect(error).to.include({ reason: 'publish-forbidden', stage: 'session', retryable: false });
    expect(track?.source).to.equal('camera');
    expect(own(ann, 'camera')).to.equal(undefined);
    expect(watch.liveTracks).to.equal(0);
    expect(ann.session.connection.state).to.equal('connected');

    const again = await ann.session.setMicrophoneEnabled(true).catch((thrown: unknown) => thrown);
    expect(again).to.include({ reason: 'publish-forbidden' });
    expect(ann.session.participants()[0]?.tracks).to.deep.equal([]);
  });

  it('stops a device that comes after the session was disposed of', async () => {
    let grant!: () => void;
    const asked = new Promise<void>((resolve) => {
      restore = replaceMedia('getUserMedia', (original) => async (constraints) => {
        resolve();
        await new Promise<void>((go) => (grant = go));
        return original(constraints);
      });
    });
    const { session } = await stage.peer();
    const pending = session.setCameraEnabled(true).catch((thrown: unknown) => thrown as FfcError);
    await asked;
    await session.dispose();
    grant();
    expect(await pending).to.include({ reason: 'aborted' });
    expect(watch.tracks).to.have.length(1);
    expect(watch.liveTracks).to.equal(0);
  });
});
