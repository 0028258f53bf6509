import { expect } from '@open-wc/testing';
import { compareTracks } from '../../../src/rtc/livekit/track-changes.js';
import type { TrackSnapshot } from '../../../src/rtc/session.js';

describe('the changes of publications', () => {
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

  it('are none when only unreported facts differ', () => {
    expect(compare([{ width: 640 }], [{ width: 1280 }])).to.deep.equal([]);
  });

  it('are first the publication, then the subscription', () => {
    expect(compare([], [{ isSubscribed: true }, { sid: 'TR_2' }])).to.deep.equal([
      'track-published TR_1',
      'track-subscribed TR_1',
      'track-published TR_2',
    ]);
  });

  it('are first the end of the subscription, then that of the publication', () => {
    expect(compare([{ isSubscribed: true }, { sid: 'TR_2' }], [])).to.deep.equal([
      'track-unsubscribed TR_1',
      'track-unpublished TR_1',
      'track-unpublished TR_2',
    ]);
    const [, gone] = compareTracks([track({ isSubscribed: true })], []);
    expect(gone?.track.isSubscribed).to.equal(false);
  });

  it('include each fact that was switched', () => {
    expect(compare([{ muted: true }], [{ isSubscribed: true }])).to.deep.equal([
      'track-subscribed TR_1',
      'track-unmuted TR_1',
    ]);
    expect(compare([{ isSubscribed: true }], [{ muted: true }])).to.deep.equal([
      'track-unsubscribed TR_1',
      'track-muted TR_1',
    ]);
  });

  it('include a local track only once it is published, and never as subscribed', () => {
    const mine = { isLocal: true, isSubscribed: true };
    const waiting = { ...mine, sid: 'local:camera' };
    expect(compare([], [waiting])).to.deep.equal([]);
    expect(compare([waiting], [{ ...waiting, muted: true }])).to.deep.equal([]);
    expect(compare([waiting], [mine])).to.deep.equal(['track-published TR_1']);
    expect(compare([mine], [{ ...mine, muted: true }])).to.deep.equal(['track-muted TR_1']);
    expect(compare([mine], [waiting])).to.deep.equal(['track-unpublished TR_1']);
  });
});
