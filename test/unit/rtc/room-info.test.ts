import { expect } from '@open-wc/testing';
import { Room, RoomEvent } from 'livekit-client';
import { RoomInfo } from '../../../src/rtc/livekit/room-info.js';
import type { RtcRoomInfo } from '../../../src/rtc/session.js';

describe('the facts about a room of LiveKit', () => {
  it('follow its encryption, which is confirmed after the connection', () => {
    const room = new Room();
    const changes: RtcRoomInfo[] = [];
    const info = new RoomInfo(room, new AbortController().signal, (now) => changes.push(now));
    info.enter();
    expect(info.snapshot.isEncrypted).to.equal(undefined);
    for (const isOn of [true, false]) {
      room.isE2EEEnabled = isOn;
      room.emit(RoomEvent.ParticipantEncryptionStatusChanged, isOn, room.localParticipant);
    }
    expect(changes.map(({ isEncrypted }) => isEncrypted)).to.deep.equal([true, undefined]);
  });
});
