import { DisconnectReason as ServerReason } from 'livekit-client';
import { FfcError } from '../../core/errors.js';
import type { DisconnectReason } from '../session.js';

export function subscribeError(message: string, retryable = false): FfcError {
  return new FfcError({ reason: 'subscribe-failed', stage: 'session', message, retryable });
}

/** Maps LiveKit's reason for the end of a connection to ours. */
export function disconnectReason(reason: ServerReason | undefined): DisconnectReason {
  switch (reason) {
    case ServerReason.CLIENT_INITIATED:
      return 'client';
    case ServerReason.DUPLICATE_IDENTITY:
      return 'duplicate-identity';
    case ServerReason.PARTICIPANT_REMOVED:
      return 'removed';
    case ServerReason.ROOM_DELETED:
    case ServerReason.ROOM_CLOSED:
      return 'room-ended';
    default:
      return 'connection-lost';
  }
}
