import { expect } from '@open-wc/testing';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { arrive, createRoom, failure, joinRoom, openRoom } from '../support/room-bench.js';
import { eventually, nextEvent } from '../support/element-suite.js';

/** Those of the named custom states that CSS matches on a room. */
const statesOf = (room: FfcRoomElement, ...names: string[]): string[] =>
  names.filter((name) => room.matches(`:state(${name})`));

describe('the properties of <ffc-room> for a page', () => {
  it('include its state, in CSS and, from the first change on, in an attribute', async () => {
    const { room } = createRoom({ properties: { roomId: undefined } });
    await room.updateComplete;
    expect(room.hasAttribute('state')).to.equal(false);
    expect(statesOf(room, 'idle', 'loading')).to.deep.equal(['idle']);
    room.roomId = '1';
    await arrive(room, 'prejoin');
    expect(room.getAttribute('state')).to.equal('prejoin');
    expect(statesOf(room, 'idle', 'loading', 'prejoin')).to.deep.equal(['prejoin']);
  });

  it('add nothing to the HTML of a server', () => {
    const room = document.createElement('ffc-room');
    expect(room.attributes).to.have.lengthOf(0);
  });

  it('include whether the microphone and the camera are off', async () => {
    const { room } = await joinRoom();
    await eventually(room, () => room.microphone.enabled && room.camera.enabled);
    expect(statesOf(room, 'connected', 'muted', 'camera-off')).to.deep.equal(['connected']);
    await room.setMicrophoneEnabled(false);
    expect(room.microphone.enabled).to.equal(false);
    expect(statesOf(room, 'muted', 'camera-off')).to.deep.equal(['muted']);
    await room.setCameraEnabled(false);
    expect(statesOf(room, 'muted', 'camera-off')).to.deep.equal(['muted', 'camera-off']);
    await room.leave();
    expect(statesOf(room, 'left', 'muted', 'camera-off')).to.deep.equal(['left']);
  });

  it('include the shared screen and pending changes', async () => {
    const { room } = await joinRoom();
    await eventually(room, () => room.camera.enabled);
    const done = room.setScreenShareEnabled(true);
    expect(room.screenShare.pending).to.equal(true);
    expect(statesOf(room, 'pending', 'sharing-screen')).to.deep.equal(['pending']);
    await done;
    expect(statesOf(room, 'pending', 'sharing-screen')).to.deep.equal(['sharing-screen']);
  });

  it('are reported by an event with the new value', async () => {
    const { room } = await joinRoom();
    await eventually(room, () => room.microphone.enabled);
    const told = nextEvent(room, 'ffc-switch-change');
    const done = room.setMicrophoneEnabled(false);
    expect((await told).microphone).to.deep.include({ enabled: true, pending: true });
    await done;
  });

  it('include which switch is blocked, and why', async () => {
    const { room, services } = await openRoom('prejoin');
    await eventually(room, () => room.microphone.enabled);
    await room.setMicrophoneEnabled(false);
    services.session.failNext(
      'setMicrophoneEnabled',
      failure({ reason: 'device-denied', stage: 'device' }),
    );
    await room.setMicrophoneEnabled(true).catch(() => {});
    expect(room.microphone.error?.reason).to.equal('device-denied');
    expect(statesOf(room, 'blocked')).to.deep.equal(['blocked']);
  });

  it('include the devices, and whether sound plays', async () => {
    const { room, services } = await joinRoom();
    expect(room.devices.audioinput.length).to.be.greaterThan(0);
    expect(room.canPlayAudio).to.equal(true);
    services.session.blockAudio();
    expect(room.canPlayAudio).to.equal(false);
    expect(statesOf(room, 'sound-blocked')).to.deep.equal(['sound-blocked']);
  });
});
