import type { RtcSession } from '../rtc/session.js';

/** The number of elements of the page that play a track, by session and by track. */
const played = new WeakMap<RtcSession, Map<string, number>>();

/** Records that an element plays a track, until the signal aborts. */
export function notePlayed(session: RtcSession, trackSid: string, signal: AbortSignal): void {
  const counts = played.get(session) ?? new Map<string, number>();
  played.set(session, counts);
  counts.set(trackSid, (counts.get(trackSid) ?? 0) + 1);
  signal.addEventListener('abort', () => {
    const count = (counts.get(trackSid) ?? 1) - 1;
    if (count > 0) counts.set(trackSid, count);
    else counts.delete(trackSid);
  });
}

/** Whether an element of the page plays a track: a track that is not shown cannot stall. */
export function isPlayed(session: RtcSession, trackSid: string): boolean {
  return played.get(session)?.has(trackSid) ?? false;
}
