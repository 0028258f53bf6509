import { expect } from '@open-wc/testing';
import type { VideoRoom } from '../../../src/api/types.js';
import { readVideoRoom, requireVideoRoom, RoomRecords } from '../../../src/state/room-records.js';
import { thrownBy } from '../api/support.js';

const room = (title: string, videoRoomState = 'LIVE', id = 1): VideoRoom =>
  requireVideoRoom({ id, title, type: 'VIDEO_CONFERENCE', videoRoomState });

describe('the records of rooms', () => {
  it('add events that arrive during a request to its answer', () => {
    const records = new RoomRecords();
    const call = records.begin();
    records.recordState(1, 'ENDED');
    expect(call.merge(room('a'))).to.include({ title: 'a', videoRoomState: 'ENDED' });
    expect(call.merge(room('b', 'LIVE', 2))).to.include({ videoRoomState: 'LIVE' });
  });

  it('do not add events from before the request', () => {
    const records = new RoomRecords();
    records.recordState(1, 'ENDED');
    expect(records.begin().merge(room('a'))).to.include({ videoRoomState: 'LIVE' });
  });

  it('keep the order in which facts arrived', () => {
    const records = new RoomRecords();
    const call = records.begin();
    records.recordState(1, 'ENDED');
    records.recordRoom(room('renamed', 'SCHEDULED'));
    expect(call.merge(room('a'))).to.include({ title: 'renamed', videoRoomState: 'SCHEDULED' });
    records.recordState(1, 'LIVE');
    expect(call.merge(room('a'))).to.include({ title: 'renamed', videoRoomState: 'LIVE' });
    records.recordDeletion(1);
    records.recordState(1, 'ENDED');
    expect(call.merge(room('a'))).to.equal(undefined);
  });

  it('treat the later answer of two changes as the newer one', () => {
    const records = new RoomRecords();
    const change = records.begin('change');
    records.recordRoom(room('first'));
    records.recordState(1, 'ENDED');
    expect(change.merge(room('second'))).to.include({ title: 'second', videoRoomState: 'ENDED' });
  });

  it('record nothing for a call that is over', () => {
    const records = new RoomRecords();
    const call = records.begin();
    call.end();
    records.recordState(1, 'ENDED');
    expect(call.merge(room('a'))).to.include({ videoRoomState: 'LIVE' });
  });

  it('read a room without a policy as one that is open to all', () => {
    const answer = { id: 1, type: 'VIDEO_CONFERENCE', videoRoomState: 'LIVE', extra: 'kept' };
    expect(requireVideoRoom(answer)).to.deep.equal({
      ...answer,
      policy: {
        hasPassword: false,
        manuallyApproval: false,
        canAutoRoomCompositeRecording: false,
      },
    });
    const locked = requireVideoRoom({ ...answer, policy: { hasPassword: true } });
    expect(locked.policy).to.include({ hasPassword: true, manuallyApproval: false });
  });

  for (const answer of [null, undefined, 'room', [], {}, { id: '7' }, { id: 7, type: 'X' }]) {
    it(`do not accept ${JSON.stringify(answer) ?? 'nothing'} as a room`, async () => {
      expect(readVideoRoom(answer)).to.equal(undefined);
      const error = await thrownBy(() => requireVideoRoom(answer));
      expect(error).to.include({ reason: 'invalid-response', stage: 'api' });
    });
  }
});
