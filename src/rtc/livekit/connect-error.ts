import {
  ConnectionError,
  ConnectionErrorReason,
  type DisconnectReason as ServerReason,
} from 'livekit-client';
import { FfcError, type FfcErrorReason } from '../../core/errors.js';
import { disconnectReason } from './call-errors.js';
import { nameOf } from './errors.js';

/**
 * The error of a connection that could not be made. `token` is removed from the text of the cause,
 * because servers and browsers repeat it there.
 */
export function connectError(thrown: unknown, token: string): FfcError {
  const [reason, message, retryable] = describeConnectError(thrown);
  const status = connectStatus(thrown);
  return new FfcError({
    reason,
    stage: 'connect',
    message,
    retryable,
    ...(isMediaConnection(thrown) && { errorCode: 'MEDIA_CONNECTION' }),
    ...(status !== undefined && { status }),
    cause: withoutSecret(thrown, token),
  });
}

/** Whether the server answered and only the media connection failed, mostly due to a firewall. */
function isMediaConnection(thrown: unknown): boolean {
  return (
    thrown instanceof ConnectionError &&
    thrown.reason === ConnectionErrorReason.InternalError &&
    /\bpc connection\b/i.test(thrown.message)
  );
}

function describeConnectError(thrown: unknown): [FfcErrorReason, string, boolean] {
  if (thrown instanceof ConnectionError) {
    switch (thrown.reason) {
      case ConnectionErrorReason.NotAllowed:
        return connectStatus(thrown) === 404
          ? ['room-not-found', 'The media server has no such room.', false]
          : ['media-token-rejected', 'The media server refused the token.', true];
      case ConnectionErrorReason.Timeout:
        return ['timeout', 'The media server did not answer in time.', true];
      case ConnectionErrorReason.Cancelled:
        return ['aborted', 'The call was cancelled.', false];
      case ConnectionErrorReason.LeaveRequest: {
        const reason = disconnectReason(thrown.context as ServerReason | undefined);
        if (reason === 'client' || reason === 'connection-lost') break;
        return [reason, 'The media server turned the participant away.', false];
      }
    }
  }
  return ['media-server-unreachable', 'The media server could not be reached.', true];
}

function connectStatus(thrown: unknown): number | undefined {
  return thrown instanceof ConnectionError ? (thrown.status as number | undefined) : undefined;
}

function withoutSecret(thrown: unknown, secret: string): Error {
  const text = thrown instanceof Error ? thrown.message : 'Not an Error.';
  const error = new Error(secret ? text.replaceAll(secret, '<token>') : text);
  error.name = nameOf(thrown);
  // The stack of the original repeats its message.
  delete error.stack;
  return error;
}
