import type { RoomPolicy, VideoRoom } from '../api/types.js';
import { FfcError } from '../core/errors.js';

type Change =
  | { readonly kind: 'state'; readonly videoRoomState: string }
  /** Undefined: it is deleted. */
  | { readonly kind: 'room'; readonly room: VideoRoom | undefined };

/** A call that is under way, and what became known of rooms since it began. */
export interface CallRecord {
  /** An answered room with all that became known since the call; undefined: it is deleted. */
  merge(answered: VideoRoom): VideoRoom | undefined;
  /** Nothing is recorded for the call any more. */
  end(): void;
}

/**
 * The one place that merges what calls answer with what became known while they were under way:
 * from the event stream, or from the answer of another call. The service read an answer at some
 * time between its call and its arrival, so what was recorded since the call goes before it.
 */
export class RoomRecords {
  readonly #open = new Set<Map<number, readonly Change[]>>();

  /**
   * @param asks `rooms`: for what they are; `change`: for a change of one, whose answer is newer
   *   than those of other changes that came before it.
   */
  begin(asks: 'rooms' | 'change' = 'rooms'): CallRecord {
    const changes = new Map<number, readonly Change[]>();
    this.#open.add(changes);
    return {
      merge: (answered) => {
        let room: VideoRoom | undefined = answered;
        for (const change of changes.get(answered.id) ?? []) {
          if (change.kind === 'state') room &&= withState(room, change.videoRoomState);
          else if (asks === 'rooms') room = change.room;
        }
        return room;
      },
      end: () => this.#open.delete(changes),
    };
  }

  /** The event stream told the room's state. */
  recordState(id: number, videoRoomState: string): void {
    this.#record(id, { kind: 'state', videoRoomState });
  }

  /** A call answered the room as it is now. */
  recordRoom(room: VideoRoom): void {
    this.#record(room.id, { kind: 'room', room });
  }

  recordDeletion(id: number): void {
    this.#record(id, { kind: 'room', room: undefined });
  }

  #record(id: number, change: Change): void {
    for (const changes of this.#open) changes.set(id, [...(changes.get(id) ?? []), change]);
  }
}

/** A room in the state that the event stream told. */
export function withState(room: VideoRoom, videoRoomState: string): VideoRoom {
  if (room.videoRoomState === videoRoomState) return room;
  // The stream does not tell since when: what is known may be of an earlier call.
  return Object.freeze({ ...room, videoRoomState, liveStartedAt: undefined });
}

const openPolicy: RoomPolicy = {
  hasPassword: false,
  manuallyApproval: false,
  canAutoRoomCompositeRecording: false,
};

/**
 * A frozen copy of a room that the service, a gateway or an app's own `roomsApi` answered;
 * undefined for what is no room. A list shows a room as it is; see {@link requireVideoRoom}.
 */
export function readVideoRoom(answer: unknown): VideoRoom | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { id, type, videoRoomState } = answer as Partial<VideoRoom>;
  const isRoom =
    typeof id === 'number' && typeof type === 'string' && typeof videoRoomState === 'string';
  return isRoom ? Object.freeze({ ...(answer as VideoRoom) }) : undefined;
}

/**
 * A room that was answered, for whoever goes by its policy: one that has none is open to all.
 *
 * @throws {FfcError} `invalid-response`, stage `api`, for what is no room.
 */
export function requireVideoRoom(answer: unknown): VideoRoom {
  const room = readVideoRoom(answer);
  if (room) return Object.freeze({ ...room, policy: { ...openPolicy, ...room.policy } });
  throw new FfcError({
    reason: 'invalid-response',
    stage: 'api',
    message: 'A room lacks its id, type or state.',
    retryable: true,
  });
}
