import { expect } from '@open-wc/testing';
import { LiveKitSession } from '../../../src/rtc/livekit/session.js';

describe('the devices of a session', () => {
  let session: LiveKitSession;
  let lists: number;
  beforeEach(() => {
    lists = 0;
    const { mediaDevices } = navigator;
    const original = mediaDevices.enumerateDevices.bind(mediaDevices);
    mediaDevices.enumerateDevices = () => {
      lists++;
      return original();
    };
    session = new LiveKitSession({});
  });
  afterEach(async () => {
    await session.dispose();
    Reflect.deleteProperty(navigator.mediaDevices, 'enumerateDevices');
  });

  it('are listed when one is opened, and not with each mute', async () => {
    await session.setMicrophoneEnabled(true);
    await session.refreshDevices();
    const before = lists;
    for (let times = 0; times < 3; times++) {
      await session.setMicrophoneEnabled(false);
      await session.setMicrophoneEnabled(true);
    }
    expect(lists).to.equal(before);
    expect(session.devices.active.audioinput).not.to.equal(undefined);
    expect(session.devices.audioinput[0]?.label).not.to.equal('');

    await session.setCameraEnabled(true);
    expect(lists).to.be.greaterThan(before);
  });
});
