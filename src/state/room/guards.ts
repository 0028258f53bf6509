import type { RoomId, VideoRoom } from '../../api/types.js';
import { FfcError } from '../../core/errors.js';

const over: readonly string[] = ['ENDED', 'CANCELLED', 'ARCHIVED'];

/** Whether nobody can join the room any more. */
export function isRoomOver({ state, videoRoomState }: VideoRoom): boolean {
  return state === 'DELETED' || over.includes(videoRoomState);
}

/** Throws when the room is carried by something that is not a call. */
export function assertJoinable({ type }: VideoRoom): void {
  if (type === 'VIDEO_CONFERENCE') return;
  throw new FfcError({
    reason: 'unsupported-room-type',
    stage: 'setup',
    message: 'Only rooms of the type VIDEO_CONFERENCE can be joined.',
  });
}

/** Numbers as numbers, so that a gateway written against the types finds what it compares with. */
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

export function isWrongPassword(error: unknown): boolean {
  return error instanceof FfcError && error.reason === 'wrong-password';
}

export function invalidState(message: string): FfcError {
  return new FfcError({ reason: 'invalid-state', stage: 'setup', message });
}
