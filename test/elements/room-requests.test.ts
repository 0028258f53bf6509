import { expect } from '@open-wc/testing';
import { nextEvent } from '../support/element-suite.js';
import { arrive, joinRoom, openRoom, rejection } from '../support/room-bench.js';

/** Resolves after the work that a dispatch defers to its end. */
const afterDispatch = (): Promise<void> => Promise.resolve();

const plainRequest = (type: string, facts: object = {}): Event =>
  Object.assign(new Event(type, { bubbles: true, composed: true, cancelable: true }), facts);

describe('<ffc-room> requests', () => {
  it('of any element inside are acted on', async () => {
    const foreign = document.createElement('div');
    const { room } = await joinRoom({ children: [foreign] });
    foreign.dispatchEvent(plainRequest('ffc-leave-request'));
    await arrive(room, 'left');
    foreign.dispatchEvent(plainRequest('ffc-join-request', { displayName: 'Somebody' }));
    await arrive(room, 'connected');
    expect(room.localParticipant?.name).to.equal('Somebody');
  });

  it('can be cancelled by the page, also by a listener that comes last', async () => {
    const foreign = document.createElement('div');
    const { room } = await joinRoom({ children: [foreign] });
    document.addEventListener('ffc-leave-request', (event) => event.preventDefault(), {
      once: true,
    });
    foreign.dispatchEvent(plainRequest('ffc-leave-request'));
    await afterDispatch();
    expect(room.state).to.equal('connected');
  });

  it('toggle when they do not name a state', async () => {
    const foreign = document.createElement('div');
    const { room } = await joinRoom({
      children: [foreign],
      properties: { startMuted: true, startCameraOff: true },
    });
    const published = nextEvent(room, 'ffc-track-published');
    foreign.dispatchEvent(plainRequest('ffc-microphone-request'));
    expect((await published).track.source).to.equal('microphone');
    const muted = nextEvent(room, 'ffc-track-muted');
    foreign.dispatchEvent(plainRequest('ffc-microphone-request', { enabled: 'nonsense' }));
    await muted;
    const unmuted = nextEvent(room, 'ffc-track-unmuted');
    foreign.dispatchEvent(plainRequest('ffc-microphone-request', { enabled: true }));
    await unmuted;
  });

  it('take in the screen, and the camera', async () => {
    const foreign = document.createElement('div');
    const { room } = await joinRoom({ children: [foreign], properties: { startCameraOff: true } });
    for (const [type, source] of [
      ['ffc-screen-share-request', 'screen_share'],
      ['ffc-camera-request', 'camera'],
    ] as const) {
      const published = nextEvent(room, 'ffc-track-published');
      foreign.dispatchEvent(plainRequest(type));
      expect((await published).track.source).to.equal(source);
    }
  });
});

describe('<ffc-room> methods', () => {
  it('join and leave, and tell who is there', async () => {
    const { room } = await openRoom('prejoin', {
      prepare: ({ session }) => void session.crowd(1),
    });
    await room.join({ microphone: false, displayName: 'Mina' });
    expect(room.state).to.equal('connected');
    expect(room.participants).to.have.length(2);
    expect(room.localParticipant).to.include({ isLocal: true, name: 'Mina' });
    await room.leave();
    expect(room.state).to.equal('left');
    expect(room.participants).to.deep.equal([]);
  });

  it('join right after the room id was set', async () => {
    const { room } = await openRoom('idle', { properties: { roomId: undefined } });
    room.roomId = '1';
    await room.join();
    expect(room.state).to.equal('connected');
  });

  it('join with a password', async () => {
    const { room } = await openRoom('password', { properties: { roomId: '3' } });
    await room.join({ password: 'open sesame' });
    expect(room.state).to.equal('connected');
  });

  it('reject with an FfcError and never throw', async () => {
    const { room } = await openRoom('idle', { properties: { roomId: undefined } });
    for (const promise of [
      room.join(),
      room.leave(),
      room.setMicrophoneEnabled(true),
      room.setCameraEnabled(true),
      room.setScreenShareEnabled(true),
      room.switchDevice('audioinput', 'x'),
      room.setSubscribed('x', true),
      room.startAudio(),
    ]) {
      expect(await rejection(promise)).to.include({ name: 'FfcError', reason: 'invalid-state' });
    }
  });

  it('switch devices, and tell it', async () => {
    const { room } = await joinRoom();
    const changed = nextEvent(room, 'ffc-device-change');
    const { services } = room;
    const other = (services as Awaited<ReturnType<typeof joinRoom>>['services']).session.devices
      .videoinput[1]!;
    await room.switchDevice('videoinput', other.id);
    expect((await changed).devices.active.videoinput).to.equal(other.id);
  });
});
