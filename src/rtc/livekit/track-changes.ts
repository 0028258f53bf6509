import type { RtcSessionEvents, TrackSnapshot } from '../session.js';

/** A change of a publication, with the event that reports it. */
export interface TrackChange {
  readonly type: Exclude<
    Extract<keyof RtcSessionEvents, `track-${string}`>,
    'track-failed' | `track-${string}-change`
  >;
  readonly track: TrackSnapshot;
}

/** The changes of publications between two snapshots of one participant. */
export function compareTracks(
  before: readonly TrackSnapshot[],
  after: readonly TrackSnapshot[],
): readonly TrackChange[] {
  const changes: TrackChange[] = [];
  const add = (type: TrackChange['type'], track: TrackSnapshot): void => {
    changes.push({ type, track });
  };
  const current = new Set(after.map(({ sid }) => sid));
  for (const track of before.filter(isPublished)) {
    if (current.has(track.sid)) continue;
    const gone = withoutMedia(track);
    if (gone !== track) add('track-unsubscribed', gone);
    add('track-unpublished', gone);
  }
  for (const track of after.filter(isPublished)) {
    const old = before.find(({ sid }) => sid === track.sid);
    if (!old) add('track-published', track);
    const { isLocal, isSubscribed, muted } = track;
    if (!isLocal && isSubscribed !== (old?.isSubscribed ?? false)) {
      add(isSubscribed ? 'track-subscribed' : 'track-unsubscribed', track);
    }
    if (old && muted !== old.muted) add(muted ? 'track-muted' : 'track-unmuted', track);
  }
  return changes;
}

/** Returns a remote track as not subscribed, and a local track as it is. */
export function withoutMedia(track: TrackSnapshot): TrackSnapshot {
  if (track.isLocal || !track.isSubscribed) return track;
  return Object.freeze({ ...track, isSubscribed: false, isStalled: false });
}

/** Whether a track is published: no event is emitted for a local track that is not. */
function isPublished({ sid }: TrackSnapshot): boolean {
  return !sid.startsWith('local:');
}
