import type { RoomPolicy, VideoRoom } from '../api/types.js';
import { FfcError } from '../core/errors.js';

type Change =
  | { readonly kind: 'state'; readonly videoRoomState: string }
  /** The room; undefined: it is deleted. */
  | { readonly kind: 'room'; readonly room: VideoRoom | undefined };

/** A running request, and the news of rooms since it began. */
export interface CallRecord {
  /** Merges an answered room with the news since the request; undefined: it is deleted. */
  merge(answered: VideoRoom): VideoRoom | undefined;
  /** Stops recording for the request. */
  end(): void;
}

/**
 * Merges the answers of requests with the news that arrived while they were running: from the event
 * stream, or from the answer of another request. The service created an answer at some time after
 * the request, so the news recorded since then take precedence.
 */
export class RoomRecords {
  readonly #open = new Set<Map<number, readonly Change[]>>();

  /**
   * @param asks `rooms`: the request reads rooms. `change`: it changes a room, and its answer is
   *   newer than those of earlier changes.
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

  /** Records a room's state from the event stream. */
  recordState(id: number, videoRoomState: string): void {
    this.#record(id, { kind: 'state', videoRoomState });
  }

  /** Records a room from the answer of a request. */
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

/** Returns a room in the state from the event stream. */
export function withState(room: VideoRoom, videoRoomState: string): VideoRoom {
  if (room.videoRoomState === videoRoomState) return room;
  // The stream has no start time, and the known one may belong to an earlier call.
  return Object.freeze({ ...room, videoRoomState, liveStartedAt: undefined });
}

const openPolicy: RoomPolicy = {
  hasPassword: false,
  manuallyApproval: false,
  canAutoRoomCompositeRecording: false,
};

/**
 * Returns a frozen copy of a room from the service, a gateway or an app's own `roomsApi`; undefined
 * if it is no valid room. A list needs no more; see {@link requireVideoRoom}.
 */
export function readVideoRoom(answer: unknown): VideoRoom | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { id, type, videoRoomState } = answer as Partial<VideoRoom>;
  const isRoom =
    typeof id === 'number' && typeof type === 'string' && typeof videoRoomState === 'string';
  return isRoom ? Object.freeze({ ...(answer as VideoRoom) }) : undefined;
}

/**
 * Returns a frozen copy of a room, for code that uses its policy. A room without a policy is open
 * to all.
 *
 * @throws {FfcError} `invalid-response`, stage `api`, if it is no valid room.
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
