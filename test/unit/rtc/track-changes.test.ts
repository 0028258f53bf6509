import { expect } from '@open-wc/testing';
import { compareTracks } from '../../../src/rtc/livekit/track-changes.js';
import type { TrackSnapshot } from '../../../src/rtc/session.js';

describe('what happened to publications', () => {
  const track = (facts: Partial<TrackSnapshot> = {}): TrackSnapshot => ({
    sid: 'TR_1',
    source: 'camera',
    kind: 'video',
    muted: false,
    isLocal: false,
    isSubscribed: false,
    isStalled: false,
    width: 0,
    height: 0,
    ...facts,
  });
  const compare = (
    before: Partial<TrackSnapshot>[],
    after: Partial<TrackSnapshot>[],
  ): readonly string[] =>
    compareTracks(before.map(track), after.map(track)).map(
      ({ type, track: { sid } }) => `${type} ${sid}`,
    );

  it('is nothing when nothing differs that is told', () => {
    expect(compare([{ width: 640 }], [{ width: 1280 }])).to.deep.equal([]);
  });

  it('is what came, then that its media came', () => {
    expect(compare([], [{ isSubscribed: true }, { sid: 'TR_2' }])).to.deep.equal([
      'track-published TR_1',
      'track-subscribed TR_1',
      'track-published TR_2',
    ]);
  });

  it('is that the media went, then what went', () => {
    expect(compare([{ isSubscribed: true }, { sid: 'TR_2' }], [])).to.deep.equal([
      'track-unsubscribed TR_1',
      'track-unpublished TR_1',
      'track-unpublished TR_2',
    ]);
    const [, gone] = compareTracks([track({ isSubscribed: true })], []);
    expect(gone?.track.isSubscribed).to.equal(false);
  });

  it('is each switch that was turned', () => {
    expect(compare([{ muted: true }], [{ isSubscribed: true }])).to.deep.equal([
      'track-subscribed TR_1',
      'track-unmuted TR_1',
    ]);
    expect(compare([{ isSubscribed: true }], [{ muted: true }])).to.deep.equal([
      'track-unsubscribed TR_1',
      'track-muted TR_1',
    ]);
  });

  it('is nothing of a local track until it is published, and never that it is subscribed', () => {
    const mine = { isLocal: true, isSubscribed: true };
    const waiting = { ...mine, sid: 'local:camera' };
    expect(compare([], [waiting])).to.deep.equal([]);
    expect(compare([waiting], [{ ...waiting, muted: true }])).to.deep.equal([]);
    expect(compare([waiting], [mine])).to.deep.equal(['track-published TR_1']);
    expect(compare([mine], [{ ...mine, muted: true }])).to.deep.equal(['track-muted TR_1']);
    expect(compare([mine], [waiting])).to.deep.equal(['track-unpublished TR_1']);
  });
});
