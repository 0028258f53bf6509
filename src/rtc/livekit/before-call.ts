import { shallowEqual } from '../../core/cell.js';
import type { RtcParticipant, RtcRoomInfo, TrackSnapshot } from '../session.js';
import type { Emit } from './session.js';

/** What is known of a room that nobody has connected to. */
export const unknownRoom: RtcRoomInfo = Object.freeze({ metadata: undefined, isRecording: false });

/** The participants as long as the code of a call has not come: nobody, perhaps with a preview. */
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

  /** Compares the local participant again. */
  syncLocal(): void {
    const [before] = this.#list;
    const tracks = reuseTracks(before.tracks, this.#localTracks());
    if (tracks === before.tracks) return;
    const participant = describeNobody(tracks);
    this.#list = Object.freeze([participant]);
    this.#emit('participant-change', { participant, changed: ['tracks'] });
  }
}

/** The local participant before a connection: nobody yet, perhaps with a preview. */
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

/** `next`, made of the tracks of `previous` that are equal; `previous` itself when all are. */
export function reuseTracks(
  previous: readonly TrackSnapshot[],
  next: readonly TrackSnapshot[],
): readonly TrackSnapshot[] {
  const known = new Map(previous.map((track) => [track.sid, track]));
  const merged = next.map((track) => reuse(known.get(track.sid), track));
  return Object.freeze(reuse(previous, merged));
}

/** `previous`, when the two are equal. */
export function reuse<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && shallowEqual(previous, next) ? previous : next;
}
