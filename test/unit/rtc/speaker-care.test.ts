import { expect } from '@open-wc/testing';
import { Room, RoomEvent } from 'livekit-client';
import { keepSpeaker } from '../../../src/rtc/livekit/speaker-care.js';
import { nextMacrotask } from '../../support/element-suite.js';

describe('the chosen speaker of a call', () => {
  let room: Room;
  let active: string;
  let plugged: readonly string[];
  let end: AbortController;

  beforeEach(() => {
    room = new Room();
    active = 'default';
    plugged = ['default', 'desk', 'headset'];
    end = new AbortController();
    room.getActiveDevice = () => active;
    room.switchActiveDevice = (kind, deviceId) => {
      active = deviceId;
      room.emit(RoomEvent.ActiveDeviceChanged, kind, active);
      return Promise.resolve(true);
    };
    navigator.mediaDevices.enumerateDevices = () =>
      Promise.resolve(
        plugged.map((deviceId) => ({ kind: 'audiooutput', deviceId })) as MediaDeviceInfo[],
      );
    keepSpeaker(room, end.signal);
  });
  afterEach(() => {
    end.abort();
    Reflect.deleteProperty(navigator.mediaDevices, 'enumerateDevices');
  });

  /** Changes the devices as LiveKit does: it first picks a speaker, and then reports the change. */
  async function plug(devices: readonly string[], taken: string): Promise<void> {
    plugged = devices;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    await Promise.resolve();
    if (taken !== active) await room.switchActiveDevice('audiooutput', taken);
    room.emit(RoomEvent.MediaDevicesChanged);
    await nextMacrotask();
  }

  it('is in use again when it is plugged in again', async () => {
    await room.switchActiveDevice('audiooutput', 'headset');
    await plug(['default', 'desk'], 'default');
    expect(active).to.equal('default');
    await plug(['default', 'desk', 'headset'], 'default');
    expect(active).to.equal('headset');
  });

  it('stays in use when another one is plugged in', async () => {
    await room.switchActiveDevice('audiooutput', 'desk');
    await plug(['new', 'default', 'desk'], 'new');
    expect(active).to.equal('desk');
  });

  it('is used for voices that began before it was plugged in', async () => {
    // A speaker of an earlier visit counts as active, also while it is missing.
    active = 'headset';
    plugged = ['default', 'desk'];
    end.abort();
    end = new AbortController();
    keepSpeaker(room, end.signal);
    let switched: string | undefined;
    room.switchActiveDevice = (_, deviceId) => {
      switched = deviceId;
      return Promise.resolve(true);
    };
    await plug(['default', 'desk', 'headset'], 'headset');
    expect(switched).to.equal('headset');
  });

  it('gives way to another choice', async () => {
    await room.switchActiveDevice('audiooutput', 'headset');
    await plug(['default', 'desk'], 'default');
    await room.switchActiveDevice('audiooutput', 'desk');
    await plug(['default', 'desk', 'headset'], 'desk');
    expect(active).to.equal('desk');
  });

  it('is the computer’s where nobody chose one', async () => {
    await plug(['headset', 'default', 'desk'], 'headset');
    expect(active).to.equal('headset');
  });

  it('is nobody’s any more at the end of the session', async () => {
    await room.switchActiveDevice('audiooutput', 'desk');
    end.abort();
    await plug(['new', 'default', 'desk'], 'new');
    expect(active).to.equal('new');
  });
});
