import type { FfcError } from '../core/errors.js';
import type { RoomMessages, RoomShellMessages } from './room-messages.js';
import type { ErrorMessages, ErrorWords } from './types.js';

/** The words for a failure; a reason without words of its own has those of `unknown`. */
export function errorWords(messages: ErrorMessages, error: FfcError): ErrorWords {
  return messages[error.reason] ?? messages.unknown;
}

/** The words for a failure in a room: those of the device, where one failed. */
export function roomErrorWords(
  messages: RoomShellMessages & Partial<Pick<RoomMessages, 'deviceError'>>,
  error: FfcError,
): ErrorWords {
  return (
    (error.device && messages.deviceError?.(error.reason, error.device)) ??
    errorWords(messages.errors, error)
  );
}
