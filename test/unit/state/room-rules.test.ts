import { expect } from '@open-wc/testing';
import type { VideoRoom } from '../../../src/api/types.js';
import { createDemoRooms } from '../../../src/mock/demo-rooms.js';
import { isCall, isLive, isOver, isOwnRoom, shownState } from '../../../src/state/room-rules.js';

const room = (facts: Partial<VideoRoom>): VideoRoom => ({ ...createDemoRooms(0)[0]!, ...facts });

describe('whether a room is a call', () => {
  for (const [type, protocol, expected] of [
    ['VIDEO_CONFERENCE', undefined, true],
    ['INTERACTIVE_MEETING', undefined, true],
    ['WEBINAR', undefined, true],
    ['BROADCAST_RTMP', undefined, false],
    ['HOLO_DECK', undefined, false],
    ['HOLO_DECK', 'WEB_RTC', true],
    ['VIDEO_SURVEILLANCE', 'WEB_RTC', true],
    ['BROADCAST_RTMP', 'RTMP', false],
    ['WEBINAR', 'RTMP', false],
    ['WEBINAR', 'CARRIER_PIGEON', false],
  ] as const) {
    it(`${type} by ${protocol ?? 'an unknown protocol'}: ${expected ? 'yes' : 'no'}`, () => {
      expect(isCall({ type, protocol })).to.equal(expected);
    });
  }
});

describe('the meaning of a room’s state', () => {
  for (const [videoRoomState, live, over] of [
    ['SCHEDULED', false, false],
    ['LIVE_INACTIVE', false, false],
    ['LIVE', true, false],
    ['STARTED', true, false],
    ['ACTIVE', true, false],
    ['ENDED', false, true],
    ['CANCELLED', false, true],
    ['ARCHIVED', false, true],
    ['BEAMED_UP', false, false],
  ] as const) {
    it(videoRoomState, () => {
      const seen = room({ videoRoomState });
      expect([isLive(seen), isOver(seen)]).to.deep.equal([live, over]);
    });
  }

  it('is over for a room that is deleted', () => {
    expect(isOver(room({ state: 'DELETED', videoRoomState: 'LIVE' }))).to.equal(true);
  });

  it('is scheduled only where somebody has to wait for a time', () => {
    const videoRoomState = 'SCHEDULED';
    const scheduledAt = '2031-01-01T00:00:00Z';
    expect(shownState(room({ videoRoomState, scheduledAt }))).to.equal('SCHEDULED');
    expect(shownState(room({ videoRoomState, scheduledAt: undefined }))).to.equal('LIVE_INACTIVE');
    expect(shownState(room({ videoRoomState: 'ENDED', scheduledAt: undefined }))).to.equal('ENDED');
  });
});

describe('whose room it is', () => {
  it('is the member’s with the same id, and nobody’s while that is unknown', () => {
    expect(isOwnRoom(room({}), 'mina')).to.equal(true);
    expect(isOwnRoom(room({}), 'Mina')).to.equal(false);
    expect(isOwnRoom(room({}), undefined)).to.equal(false);
    expect(isOwnRoom(room({ member: undefined }), undefined)).to.equal(false);
  });
});
