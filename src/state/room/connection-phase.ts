import type { VideoRoom } from '../../api/types.js';
import { FfcError } from '../../core/errors.js';
import type { DisconnectReason, RtcConnection } from '../../rtc/session.js';
import { isInCall } from '../phase.js';
import type { RoomPhase } from '../types.js';

/** The phase after a change of the connection; undefined if it stays. */
export function phaseAfter(
  { state }: RoomPhase,
  room: VideoRoom,
  connection: RtcConnection,
): RoomPhase | undefined {
  const inCall = isInCall(state);
  if (connection.state === 'connected' && (inCall || state === 'connecting')) {
    return { state: 'connected', room };
  }
  // While connecting, `connect()` itself rejects.
  if (!inCall) return undefined;
  if (connection.state === 'reconnecting') {
    return { state: 'reconnecting', room, kind: connection.kind };
  }
  return connection.state === 'disconnected'
    ? phaseAfterDisconnect(room, connection.reason)
    : undefined;
}

function phaseAfterDisconnect(room: VideoRoom, reason: DisconnectReason): RoomPhase {
  switch (reason) {
    case 'client':
      return { state: 'left', room };
    case 'room-ended':
      return { state: 'ended', room, cause: 'for-everyone' };
    case 'duplicate-identity':
    case 'removed':
      return { state: 'removed', room, reason };
    case 'connection-lost':
      return {
        state: 'failed',
        room,
        error: new FfcError({
          reason: 'connection-lost',
          stage: 'session',
          retryable: true,
          message: 'The connection could not be restored.',
        }),
      };
  }
}
