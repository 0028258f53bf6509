import type { FfcError } from '../../core/errors.js';
import { versions } from '../../core/versions.js';
import type { FailedPart } from '../../i18n/room-messages.js';

/** Which part of the way into a call, or of the call, an error is about. */
export function failedPart({ stage, errorCode }: FfcError): FailedPart {
  switch (stage) {
    case 'setup':
      return 'page';
    case 'token':
      return 'sign-in';
    case 'api':
      return 'service';
    case 'connect':
      return errorCode === 'MEDIA_CONNECTION' ? 'media' : 'signalling';
    case 'session':
      return 'media';
    case 'device':
      return 'device';
  }
}

/**
 * A failure as text for whoever is asked for help. It has facts of a fixed form only: no message, no
 * address, no name and nothing that anybody has typed, so that no secret can be in it.
 *
 * @param at When it happened, in milliseconds since 1970.
 */
export function failureReport(error: FfcError, at: number): string {
  const { reason, stage, status, errorCode, device } = error;
  const facts: readonly (readonly [string, string | number | undefined])[] = [
    ['Reason', reason],
    ['Stage', `${stage} (${failedPart(error)})`],
    ['Status', status],
    ['Code', errorCode && /^[A-Z][A-Z0-9_]{0,99}$/.test(errorCode) ? errorCode : undefined],
    ['Device', device],
    ['Time', new Date(at).toISOString()],
    ...Object.entries(versions),
    ['Browser', navigator.userAgent],
  ];
  return facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
