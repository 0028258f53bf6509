import type { RoomId, VideoRoom } from '../../api/types.js';
import { FfcError } from '../../core/errors.js';
import { isCall } from '../room-rules.js';
import type { RoomPhase } from '../types.js';

/**
 * Throws when the room is not a call. The error's code names a broadcast, which has words of its
 * own.
 */
export function assertJoinable(room: VideoRoom): void {
  if (isCall(room)) return;
  const { type, protocol } = room;
  const isBroadcast = protocol ? protocol === 'RTMP' : type === 'BROADCAST_RTMP';
  throw new FfcError({
    reason: 'unsupported-room-type',
    stage: 'setup',
    message: `WebRTC does not join a room of type ${type}.`,
    ...(isBroadcast && { errorCode: 'BROADCAST_RTMP' }),
  });
}

/** Turns a numeric id into a number, so that a gateway can compare it as the types say. */
export function toRoomId(text: string): RoomId {
  const id = text.trim();
  if (!id) {
    throw new FfcError({
      reason: 'invalid-room-id',
      stage: 'setup',
      message: 'The room id is empty.',
    });
  }
  const number = Number(id);
  return /^\d+$/.test(id) && Number.isSafeInteger(number) ? number : id;
}

/** Whether `join()` is possible in a phase, with this password or none. */
export function canJoin(
  phase: RoomPhase,
  password: string | undefined,
): phase is Extract<RoomPhase, { state: 'scheduled' | 'password' | 'prejoin' }> {
  if (phase.state === 'prejoin') return true;
  const isGiven = password !== undefined;
  if (phase.state === 'password') return isGiven && !phase.checking;
  return phase.state === 'scheduled' && (isGiven || !phase.room.policy.hasPassword);
}

export function isWrongPassword(error: unknown): boolean {
  return error instanceof FfcError && error.reason === 'wrong-password';
}

export function invalidState(message: string): FfcError {
  return new FfcError({ reason: 'invalid-state', stage: 'setup', message });
}
