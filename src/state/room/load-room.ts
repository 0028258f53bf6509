import type { Member, MemberApi, RoomsApi, VideoRoom } from '../../api/types.js';
import type { Cell } from '../../core/cell.js';
import { FfcError } from '../../core/errors.js';
import { toRoomId } from './guards.js';

/**
 * Asks for a room. Who answers may be an object of the app's, so that what the flow relies on is
 * looked at here, once: a room without a policy asks for no password.
 *
 * Rejects with `invalid-response` when the answer is not a room.
 */
export async function loadRoom(
  rooms: Pick<RoomsApi, 'getRoom'>,
  roomId: string,
  signal: AbortSignal,
): Promise<VideoRoom> {
  const room: unknown = await rooms.getRoom(toRoomId(roomId), { signal });
  signal.throwIfAborted();
  if (!isRoomLike(room)) {
    throw new FfcError({
      reason: 'invalid-response',
      stage: 'api',
      message: 'getRoom() gave something that is not a room.',
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

/** Asks who the person is. Without an answer a preview greets nobody, and all else goes on. */
export async function loadMe(
  member: Pick<MemberApi, 'me'>,
  cell: Cell<Member | undefined>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const me = await member.me({ signal });
    if (!signal.aborted) cell.set({ ...me });
  } catch {
    // What is wrong with the sign-in the join tells.
  }
}

type RoomLike = Omit<VideoRoom, 'policy'> & {
  readonly policy?: Partial<VideoRoom['policy']> | null;
};

function isRoomLike(value: unknown): value is RoomLike {
  if (typeof value !== 'object' || value === null || !('id' in value)) return false;
  return typeof value.id === 'number' || typeof value.id === 'string';
}
