import { expect } from '@open-wc/testing';
import type { TrackSnapshot } from '../../src/rtc/session.js';
import { ask, nativeTrack, own, Stage } from './support/live.js';
import { frames, replaceMedia, Watch } from './support/media.js';

describe('microphone and camera', () => {
  let stage: Stage;
  let watch: Watch;
  beforeEach(() => {
    stage = new Stage();
    watch = new Watch();
  });
  afterEach(async () => {
    await stage.end();
    watch.end();
  });

  it('mutes and unmutes the microphone for everybody, and keeps its publication', async () => {
    const ann = await stage.joined('ann');
    const ben = await stage.joined('ben');
    await ann.session.setMicrophoneEnabled(true);
    const { track } = await ben.hears('track-subscribed');

    await ann.session.setMicrophoneEnabled(false);
    expect(own(ann, 'microphone')).to.include({ sid: track.sid, muted: true });
    await ann.hears('track-muted', ({ participant }) => participant.isLocal);
    const muted = await ben.hears('track-muted');
    expect(muted.track).to.include({ sid: track.sid, muted: true });

    await ann.session.setMicrophoneEnabled(true);
    expect(own(ann, 'microphone')).to.include({ sid: track.sid, muted: false });
    await ann.hears('track-unmuted');
    await ben.hears('track-unmuted', (event) => event.track.sid === track.sid);
  });

  it('follows a mute by the server', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setMicrophoneEnabled(true);
    const { sid } = own(ann, 'microphone')!;
    await ask('mute', { room: stage.room, identity: 'ann', trackSid: sid });
    await ann.hears('track-muted', ({ track }) => track.sid === sid);
    expect(own(ann, 'microphone')?.muted).to.equal(true);
  });

  it('releases the camera when it is off, and shows it again when it is on', async () => {
    const ann = await stage.joined('ann');
    const ben = await stage.joined('ben');
    await ann.session.setCameraEnabled(true);
    const { track } = await ben.hears('track-subscribed');
    const mine = stage.element('video');
    const theirs = stage.element('video');
    ann.session.attach(track.sid, mine);
    ben.session.attach(track.sid, theirs);
    await Promise.all([frames(mine), frames(theirs)]);

    await ann.session.setCameraEnabled(false);
    expect(watch.liveTracks).to.equal(0);
    expect(own(ann, 'camera')?.muted).to.equal(true);
    await ben.hears('track-muted');

    await ann.session.setCameraEnabled(true);
    expect(watch.liveTracks).to.equal(1);
    expect(own(ann, 'camera')).to.include({ sid: track.sid, muted: false });
    await ben.hears('track-unmuted');
    await Promise.all([frames(mine), frames(theirs)]);
  });

  it('shows a preview under its local name, before and after it is published', async () => {
    const { session } = await stage.peer();
    const video = stage.element('video');
    const detach = session.attach('local:camera', video);
    await session.setCameraEnabled(true);
    await frames(video);
    await session.setCameraEnabled(false);
    expect(session.participants()[0]?.tracks[0]).to.include({ sid: 'local:camera', muted: true });
    await session.setCameraEnabled(true);
    await frames(video);

    await session.connect(await stage.credentials('ann'));
    await frames(video);
    detach();
    expect(video.srcObject === null).to.equal(true);
  });

  it('does not publish a camera that was turned off again in the preview', async () => {
    const ann = await stage.peer();
    await ann.session.setCameraEnabled(true);
    await ann.session.setCameraEnabled(false);
    await ann.session.setMicrophoneEnabled(true);
    await ann.session.setMicrophoneEnabled(false);
    await ann.session.connect(await stage.credentials('ann'));
    const { track } = await ann.hears('track-published');
    expect(track).to.include({ source: 'microphone', muted: true });
    const ben = await stage.joined('ben');
    expect(ben.all('track-published').map((event) => event.track.source)).to.deep.equal([
      'microphone',
    ]);

    await ann.session.setCameraEnabled(true);
    const camera = await ben.hears('track-published', (event) => event.track.kind === 'video');
    expect(camera.track.muted).to.equal(false);
  });

  it('lets go of an element when another name of the same track still plays in it', async () => {
    const { session } = await stage.joined('ann');
    await session.setCameraEnabled(true);
    const sid = session.participants()[0]!.tracks[0]!.sid;
    const video = stage.element('video');
    const first = session.attach('local:camera', video);
    const second = session.attach(sid, video);
    first();
    await frames(video);
    second();
    expect(video.srcObject === null).to.equal(true);
  });

  it('switches the microphone before and in a call', async () => {
    const ann = await stage.peer();
    await ann.session.setMicrophoneEnabled(true);
    const devices = await ann.hears('devices-change', ({ audioinput }) => {
      return audioinput.length > 1 && audioinput.every(({ label }) => label !== '');
    });
    const [, one, two] = devices.audioinput;
    await ann.session.switchDevice('audioinput', one!.id);
    await ann.hears('devices-change', ({ active }) => active.audioinput === one!.id);

    await ann.session.connect(await stage.credentials('ann'));
    await ann.hears('track-published');
    await ann.session.switchDevice('audioinput', two!.id);
    await ann.hears('devices-change', ({ active }) => active.audioinput === two!.id);
    const settings = nativeTrack(ann, 'microphone').getSettings();
    expect(settings.deviceId).to.equal(two!.id);
    expect(watch.liveTracks).to.equal(1);
  });

  it('switches between the two sides of a phone in a call, and others see both', async () => {
    // Chromium has only one fake camera, so a canvas plays the one on the back.
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 180;
    const paint = setInterval(() => canvas.getContext('2d')?.fillRect(0, 0, 320, 180), 50);
    const back = { deviceId: 'back', facingMode: 'environment', width: 320, height: 180 };
    const undo = [
      replaceMedia('enumerateDevices', (original) => async () => {
        const [camera] = (await original()).filter(({ kind }) => kind === 'videoinput');
        const { kind, deviceId } = camera!;
        return [
          { kind, deviceId, label: 'camera 1, facing front' },
          { kind, deviceId: 'back', label: 'camera 0, facing back' },
        ] as MediaDeviceInfo[];
      }),
      replaceMedia('getUserMedia', (original) => async (constraints) => {
        if (!JSON.stringify(constraints?.video ?? '').includes('"back"')) {
          return original(constraints);
        }
        const stream = canvas.captureStream(20);
        for (const track of stream.getTracks()) track.getSettings = () => back;
        return stream;
      }),
    ];
    try {
      const ann = await stage.joined('ann');
      const ben = await stage.joined('ben');
      await ann.session.setCameraEnabled(true);
      const { track } = await ben.hears('track-subscribed');
      const theirs = stage.element('video');
      ben.session.attach(track.sid, theirs);
      await frames(theirs);
      await ann.session.refreshDevices();
      const sides = ann.session.devices.videoinput.map(({ facing }) => facing);
      expect(sides).to.deep.equal(['front', 'back']);

      await ann.session.switchDevice('videoinput', 'back');
      expect(ann.session.devices.active.videoinput).to.equal('back');
      expect(nativeTrack(ann, 'camera').getSettings().facingMode).to.equal('environment');
      await frames(theirs);
      expect(own(ann, 'camera')?.sid).to.equal(track.sid);
      expect(watch.liveTracks, 'of the front').to.equal(0);

      const front = ann.session.devices.videoinput[0]!.id;
      await ann.session.switchDevice('videoinput', front);
      expect(ann.session.devices.active.videoinput).to.equal(front);
      await frames(theirs);
    } finally {
      clearInterval(paint);
      for (const each of undo) each();
    }
  });

  it('goes back to the device in use when another cannot be opened', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setMicrophoneEnabled(true);
    const before = nativeTrack(ann, 'microphone').getSettings().deviceId;
    const error = await ann.session
      .switchDevice('audioinput', 'no-such-device')
      .catch((thrown: unknown) => thrown);
    expect(error).to.include({ reason: 'device-not-found', device: 'microphone' });
    const after = nativeTrack(ann, 'microphone');
    expect(after.readyState).to.equal('live');
    expect(after.getSettings().deviceId).to.equal(before);
    expect(own(ann, 'microphone')?.muted).to.equal(false);
  });

  it('frees microphone and camera on disconnect(), and makes new ones for the next call', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setCameraEnabled(true);
    await ann.session.setMicrophoneEnabled(true);
    const before = ann.session.participants()[0]!.tracks.map(({ sid }: TrackSnapshot) => sid);
    await ann.session.disconnect();
    expect(watch.liveTracks).to.equal(0);
    const [me] = ann.session.participants();
    expect(me).to.include({ identity: '', sid: '' });
    expect(me?.tracks).to.deep.equal([]);
    expect(ann.session.connection).to.deep.equal({ state: 'disconnected', reason: 'client' });

    await ann.session.connect(await stage.credentials('ann'));
    expect(ann.session.participants()[0]).to.include({ identity: 'ann' });
    expect(ann.session.participants()[0]?.tracks).to.deep.equal([]);
    await ann.session.setCameraEnabled(true);
    expect(before).not.to.include(own(ann, 'camera')?.sid);
  });
});
