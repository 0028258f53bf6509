import { shallowEqual } from '../../core/cell.js';
import type { RtcParticipant, RtcRoomInfo, TrackSnapshot } from '../session.js';
import type { Emit } from './session.js';

/** The facts about a room while the session is not connected. */
export const unknownRoom: RtcRoomInfo = Object.freeze({ metadata: undefined, isRecording: false });

/** The participants until the code of a call has loaded: the local one, perhaps with a preview. */
export class ParticipantsBeforeCall {
  readonly #localTracks: () => readonly TrackSnapshot[];
  readonly #emit: Emit;
  #list: readonly [RtcParticipant] = Object.freeze([describeNobody([])]);

  constructor(localTracks: () => readonly TrackSnapshot[], emit: Emit) {
    this.#localTracks = localTracks;
    this.#emit = emit;
  }

  list(): readonly [RtcParticipant] {
    return this.#list;
  }

  /** Compares the local tracks with the snapshot, and emits a difference. */
  syncLocal(): void {
    const [before] = this.#list;
    const tracks = reuseTracks(before.tracks, this.#localTracks());
    if (tracks === before.tracks) return;
    const participant = describeNobody(tracks);
    this.#list = Object.freeze([participant]);
    this.#emit('participant-change', { participant, changed: ['tracks'] });
  }
}

/** The local participant before a connection: no identity yet, perhaps with a preview. */
export function describeNobody(tracks: readonly TrackSnapshot[]): RtcParticipant {
  return Object.freeze({
    identity: '',
    sid: '',
    name: '',
    isLocal: true,
    metadata: undefined,
    attributes: Object.freeze({}),
    permissions: undefined,
    joinedAt: undefined,
    isSpeaking: false,
    audioLevel: 0,
    quality: 'unknown',
    tracks: Object.freeze(tracks),
  });
}

/** Returns `next` with equal tracks taken from `previous`; `previous` itself when all are equal. */
export function reuseTracks(
  previous: readonly TrackSnapshot[],
  next: readonly TrackSnapshot[],
): readonly TrackSnapshot[] {
  const known = new Map(previous.map((track) => [track.sid, track]));
  const merged = next.map((track) => reuse(known.get(track.sid), track));
  return Object.freeze(reuse(previous, merged));
}

/** Returns `previous` when the two are equal, else `next`. */
export function reuse<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && shallowEqual(previous, next) ? previous : next;
}
