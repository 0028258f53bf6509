import type { FfcError } from '../core/errors.js';
import type { FailureMessages, RoomShellMessages } from './room-messages.js';
import type { ErrorMessages, ErrorWords } from './types.js';

/** The shortest wait whose length is shown. “A moment” would be wrong for it. */
const longWaitMs = 60_000;

/** The words for a failure. A reason without words of its own gets those of `unknown`. */
export function errorWords(messages: ErrorMessages, error: FfcError): ErrorWords {
  const words = messages[error.reason] ?? messages.unknown;
  const { retryAfterMs = 0 } = error;
  if (retryAfterMs < longWaitMs || !messages.retryAfter) return words;
  const distance = (lang: string): string => distanceOf(lang, retryAfterMs);
  return { ...words, remedy: messages.retryAfter(distance) };
}

/** Formats a time as its distance from now, in its largest unit: “in 24 hours”. */
function distanceOf(lang: string, milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  const [value, unit] =
    minutes < 120
      ? [minutes, 'minute' as const]
      : minutes <= 48 * 60
        ? [Math.round(minutes / 60), 'hour' as const]
        : [Math.round(minutes / (24 * 60)), 'day' as const];
  return new Intl.RelativeTimeFormat(lang).format(value, unit);
}

/** The words for a failure in a room, or those for the failed device. Undefined while they load. */
export function roomErrorWords(
  { errors, deviceError }: RoomShellMessages & Partial<FailureMessages>,
  error: FfcError,
): ErrorWords | undefined {
  const { reason, device, errorCode } = error;
  if (!deviceError && (device || !errors[reason])) return undefined;
  return (
    (device && deviceError?.(reason, device)) ??
    (errorCode === 'BROADCAST_RTMP' ? errors.broadcast : undefined) ??
    errorWords(errors, error)
  );
}
