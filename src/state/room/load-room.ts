import type { Member, MemberApi, RoomsApi, VideoRoom } from '../../api/types.js';
import type { Cell } from '../../core/cell.js';
import { FfcError } from '../../core/errors.js';
import { toRoomId } from './guards.js';

/** Loads a room. Rejects with `invalid-response` when the answer is not a room. */
export async function loadRoom(
  rooms: Pick<RoomsApi, 'getRoom'>,
  roomId: string,
  signal: AbortSignal,
): Promise<VideoRoom> {
  const answer: unknown = await rooms.getRoom(toRoomId(roomId), { signal });
  signal.throwIfAborted();
  return readRoom(answer);
}

/**
 * Narrows an answer to the fields that the flow relies on: an object of the app may have given it.
 * A room without a policy has no password.
 *
 * @throws {FfcError} `invalid-response`: the answer is not a room.
 */
export function readRoom(room: unknown): VideoRoom {
  if (!isRoomLike(room)) {
    throw new FfcError({
      reason: 'invalid-response',
      stage: 'api',
      message: 'getRoom() gave no room.',
    });
  }
  const { hasPassword, manuallyApproval, canAutoRoomCompositeRecording } = room.policy ?? {};
  return {
    ...room,
    policy: {
      hasPassword: hasPassword === true,
      manuallyApproval: manuallyApproval === true,
      canAutoRoomCompositeRecording: canAutoRoomCompositeRecording === true,
    },
  };
}

/** Loads the member. A failure is ignored: the preview then has no greeting. */
export async function loadMe(
  member: Pick<MemberApi, 'me'>,
  cell: Cell<Member | undefined>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const me = await member.me({ signal });
    if (!signal.aborted) cell.set({ ...me });
  } catch {
    // A failed sign-in also fails the join, which reports it.
  }
}

type RoomLike = Omit<VideoRoom, 'policy'> & {
  readonly policy?: Partial<VideoRoom['policy']> | null;
};

function isRoomLike(value: unknown): value is RoomLike {
  if (typeof value !== 'object' || value === null || !('id' in value)) return false;
  return typeof value.id === 'number' || typeof value.id === 'string';
}
