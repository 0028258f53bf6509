import type { FfcError } from '../../core/errors.js';
import { versions } from '../../core/versions.js';
import type { FailedPart } from '../../i18n/room-messages.js';

/** The stage of a call, or of joining it, that an error concerns. */
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
 * Describes a failure as text for a request for help. It contains only values of a fixed form: no
 * message, no address, no name and no typed text. So it cannot contain a secret.
 *
 * @param at The time of the failure, in milliseconds since 1970.
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
