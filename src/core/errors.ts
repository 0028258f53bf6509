/** The stage of the flow in which something failed. */
export type FfcErrorStage =
  /** The setup by the page's author: endpoint, token source, room id. */
  | 'setup'
  /** Asking the app's backend for a member token. */
  | 'token'
  /** A call of the member REST API (or of a rooms gateway in its place). */
  | 'api'
  /** Opening the connection to the media server. */
  | 'connect'
  /** The running call. */
  | 'session'
  /** Microphones, cameras, speakers, the screen. */
  | 'device';

/**
 * Every reason a failure can have. Act on this, never on a message: messages are for people
 * and may change with any release.
 */
export type FfcErrorReason =
  // setup
  | 'missing-endpoint'
  | 'invalid-endpoint'
  | 'missing-token-source'
  | 'invalid-token-url'
  | 'invalid-rooms-url'
  | 'invalid-room-id'
  | 'unsupported-room-type'
  | 'invalid-state'
  | 'load-failed'
  // token
  | 'token-provider-failed'
  | 'token-invalid'
  | 'token-rejected'
  // api
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'rate-limited'
  | 'server-error'
  | 'invalid-request'
  | 'invalid-response'
  | 'forbidden'
  | 'not-found'
  | 'room-not-found'
  | 'wrong-password'
  // connect and session
  | 'media-server-unreachable'
  | 'media-token-rejected'
  | 'connection-lost'
  | 'duplicate-identity'
  | 'removed'
  | 'room-ended'
  | 'publish-failed'
  | 'publish-forbidden'
  | 'send-failed'
  | 'subscribe-failed'
  // device
  | 'device-denied'
  | 'device-not-found'
  | 'device-in-use'
  | 'device-unsupported'
  | 'device-blocked-by-page'
  | 'device-failed'
  | 'device-stopped'
  // anything that was not foreseen
  | 'unknown'
  | BackendErrorReason;

/** The reasons that only a backend can meet: no page shows them, so they have no words for people. */
export type BackendErrorReason = 'missing-credentials';

/** The fields of a {@link FfcError}. */
export interface FfcErrorInit {
  readonly reason: FfcErrorReason;
  readonly stage: FfcErrorStage;
  /** English, for the developer's console: what happened and what to do. Never holds a secret. */
  readonly message: string;
  /** Whether the same call may succeed when it is made again. Default `false`. */
  readonly retryable?: boolean;
  /** HTTP status, when an answer came. */
  readonly status?: number;
  /**
   * The service's own `errorCode` (API contract: documented), when the answer named one; or a code
   * of the same form, where the kit refuses before it asks.
   */
  readonly errorCode?: string;
  /** The wait before the next try that the service asked for (`Retry-After`), in milliseconds. */
  readonly retryAfterMs?: number;
  /** Which device kind failed, for stage `device`. */
  readonly device?: 'microphone' | 'camera' | 'screen' | 'speaker';
  readonly cause?: unknown;
}

/** The one error class that leaves this package. */
export class FfcError extends Error {
  override readonly name = 'FfcError';
  readonly reason: FfcErrorReason;
  readonly stage: FfcErrorStage;
  readonly retryable: boolean;
  readonly status: number | undefined;
  readonly errorCode: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly device: FfcErrorInit['device'];

  constructor(init: FfcErrorInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.reason = init.reason;
    this.stage = init.stage;
    this.retryable = init.retryable ?? false;
    this.status = init.status;
    this.errorCode = init.errorCode;
    this.retryAfterMs = init.retryAfterMs;
    this.device = init.device;
  }
}

/** Gives back an {@link FfcError} as it is, and wraps anything else as `unknown`. */
export function toFfcError(thrown: unknown, stage: FfcErrorStage): FfcError {
  if (thrown instanceof FfcError) return thrown;
  if (isAbort(thrown)) return abortedError(stage);
  return new FfcError({
    reason: 'unknown',
    stage,
    message: 'Unforeseen: see `cause`.',
    cause: thrown,
  });
}

/** Creates the error for cancelled work. */
export function abortedError(stage: FfcErrorStage, cause?: unknown): FfcError {
  return new FfcError({ reason: 'aborted', stage, message: 'The call was cancelled.', cause });
}

/**
 * Creates the error for a chunk of this package that fails to load. An {@link FfcError} among the
 * causes is returned as it is.
 */
export function loadFailed(
  message: string,
  cause: unknown,
  stage: FfcErrorStage = 'setup',
): FfcError {
  if (cause instanceof FfcError) return cause;
  return new FfcError({ reason: 'load-failed', stage, retryable: true, message, cause });
}

/** Reasons that the person can remedy: a retry may succeed after they followed the advice. */
const passing: ReadonlySet<FfcErrorReason> = new Set([
  'load-failed',
  'token-provider-failed',
  'token-rejected',
  'network',
  'timeout',
  'rate-limited',
  'server-error',
  'invalid-request',
  'invalid-response',
  'forbidden',
  'wrong-password',
  'media-server-unreachable',
  'media-token-rejected',
  'connection-lost',
  'unknown',
] satisfies FfcErrorReason[]);

/**
 * Whether to offer a person another try. This holds for more errors than `retryable`, which means
 * that the same call may succeed at once: a sign-in, a network or a service may change in between.
 */
export function canTryAgain({ retryable, reason }: FfcError): boolean {
  return retryable || passing.has(reason);
}

/** Whether a thrown value only means that the work was cancelled. */
export function isAbort(thrown: unknown): boolean {
  if (thrown instanceof FfcError) return thrown.reason === 'aborted';
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
