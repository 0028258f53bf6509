import { FfcError, type FfcErrorReason } from '../core/errors.js';

/**
 * The reasons of one call, which take precedence over the common ones: a 403 can have several
 * meanings.
 */
export type StatusReasons = Readonly<Partial<Record<number, FfcErrorReason>>>;

/** The reason for a 403 to a request for an RTC token: an assumption, as the service documents none. */
export const rtcTokenReasons = (password: string | undefined): StatusReasons | undefined =>
  password === undefined ? undefined : { 403: 'wrong-password' };

const commonReasons: StatusReasons = {
  401: 'token-rejected',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  410: 'not-found',
  429: 'rate-limited',
};

/** The reasons for codes of the service that are more precise than the status. */
const refinedReasons: Readonly<Record<string, FfcErrorReason>> = {
  // The same request is still running. A later try finds it done.
  '400 REQUEST_LOCKED': 'rate-limited',
  '404 VIDEO_ROOM_NOT_FOUND': 'room-not-found',
  '500 MEDIA_SERVICE_INTERNAL_SERVER_ERROR': 'media-server-unreachable',
};

/**
 * Creates the error of an answer that is not a 2xx. The status decides, and the service's
 * `errorCode` only refines it. Nothing else of the body is used.
 */
export function failureOf(
  status: number,
  body: string,
  call: {
    readonly name: string;
    readonly reasons?: StatusReasons | undefined;
    /** The milliseconds to wait, from `Retry-After`. 0 without that header. */
    readonly retryAfterMs?: number;
  },
): FfcError {
  const errorCode = readErrorCode(body);
  return new FfcError({
    reason:
      refinedReasons[`${status} ${errorCode}`] ??
      call.reasons?.[status] ??
      commonReasons[status] ??
      reasonOfClass(status),
    stage: status === 401 ? 'token' : 'api',
    message: `${call.name}: the service answered ${status}${errorCode ? ` ${errorCode}` : ''}.`,
    retryable: [408, 429].includes(status) || status >= 500 || errorCode === 'REQUEST_LOCKED',
    status,
    ...(errorCode !== undefined && { errorCode }),
    ...(call.retryAfterMs && { retryAfterMs: call.retryAfterMs }),
  });
}

function reasonOfClass(status: number): FfcErrorReason {
  if (status >= 500) return 'server-error';
  return status >= 400 ? 'invalid-request' : 'invalid-response';
}

/**
 * Reads a code of the documented form only, so that an error never repeats other text of the body.
 */
function readErrorCode(body: string): string | undefined {
  try {
    const { errorCode } = JSON.parse(body) as { readonly errorCode?: unknown };
    return typeof errorCode === 'string' && /^[A-Z][A-Z0-9_]{0,99}$/.test(errorCode)
      ? errorCode
      : undefined;
  } catch {
    return undefined;
  }
}
