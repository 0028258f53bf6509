import { abortable } from '../core/abort.js';
import { Emitter } from '../core/emitter.js';
import { FfcError } from '../core/errors.js';
import type { Clock } from './clock.js';
import type { Authorization, Credential } from './http.js';
import { withTimeout } from './timeout.js';
import type { TokenProvider, TokenReason } from './types.js';

/**
 * The time before the expiry at which a token is renewed, so that it is still valid when it
 * arrives.
 */
const marginMs = 60_000;

interface Token extends Credential {
  /** The time of the renewal, in milliseconds since 1970. `Infinity`: only after a refusal. */
  readonly renewAt: number;
}

/** A running request to the provider. */
interface PendingToken {
  readonly token: Promise<Token>;
  readonly abort: AbortController;
  waiting: number;
}

export interface TokenSourceOptions {
  /** The time limit of the provider, in milliseconds. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

export interface TokenSourceEvents {
  /** Emitted at the first successful call with a token. */
  accepted: Credential;
}

/**
 * Requests a member token from the provider, and keeps it until a minute before its `exp`, until
 * the service refuses it, or until the member is forgotten. All waiting callers share one request,
 * whose signal aborts when the last of them stops waiting. A failure rejects for the waiting
 * callers and is not stored.
 *
 * Rejects with stage `token`: `token-provider-failed`, `token-invalid` or `timeout`.
 */
export class TokenSource implements Authorization {
  readonly renewable = true;
  readonly events = new Emitter<TokenSourceEvents>();
  readonly #provider: TokenProvider;
  readonly #options: TokenSourceOptions;
  #token: Token | undefined;
  #accepted: Credential | undefined;
  /** The reason for the next request of a token. */
  #reason: TokenReason = 'initial';
  #pending: PendingToken | undefined;
  #member = new AbortController();

  constructor(provider: TokenProvider, options: TokenSourceOptions) {
    this.#provider = provider;
    this.#options = options;
  }

  get member(): AbortSignal {
    return this.#member.signal;
  }

  async authorize(signal: AbortSignal | undefined, refused?: Credential): Promise<Credential> {
    // Several calls may be refused with the same token. Only the first of them drops it.
    if (refused && refused === this.#token) this.#drop('unauthorized');
    if (this.#token && this.#token.renewAt <= this.#options.clock.now()) this.#drop('expired');
    if (this.#token) return this.#token;

    const pending = (this.#pending ??= this.#ask());
    pending.waiting++;
    try {
      return await abortable(pending.token, signal);
    } finally {
      if (--pending.waiting === 0 && this.#pending === pending) {
        this.#pending = undefined;
        pending.abort.abort();
      }
    }
  }

  accept(credential: Credential): void {
    if (credential !== this.#token || credential === this.#accepted) return;
    this.#accepted = credential;
    this.events.emit('accepted', credential);
  }

  /**
   * Drops the token, and aborts {@link member}. The next call requests a token for the current
   * member.
   */
  forget(): void {
    this.#drop('initial');
    this.#pending?.abort.abort();
    this.#pending = undefined;
    const before = this.#member;
    this.#member = new AbortController();
    before.abort();
  }

  #drop(reason: TokenReason): void {
    this.#token = undefined;
    this.#reason = reason;
  }

  #ask(): PendingToken {
    const abort = new AbortController();
    const token = this.#request(abort.signal);
    const pending: PendingToken = { token, abort, waiting: 0 };
    const end = (token: Token | undefined): void => {
      if (this.#pending !== pending) return;
      this.#pending = undefined;
      this.#token = token;
    };
    token.then(end, () => end(undefined));
    return pending;
  }

  async #request(signal: AbortSignal): Promise<Token> {
    const provider = this.#provider;
    const ask = async (signal: AbortSignal): Promise<unknown> =>
      provider({ reason: this.#reason, signal });
    try {
      const answer = await withTimeout(ask, signal, { ...this.#options, stage: 'token' });
      return toToken(answer, this.#options.clock.now());
    } catch (thrown) {
      if (thrown instanceof FfcError) throw thrown;
      throw new FfcError({
        reason: 'token-provider-failed',
        stage: 'token',
        message: 'The token provider failed: see `cause`.',
        retryable: true,
        cause: thrown,
      });
    }
  }
}

function toToken(answer: unknown, now: number): Token {
  const text = textOf(answer);
  if (!/^[\x21-\x7e]+$/.test(text) || text.startsWith('<')) {
    throw new FfcError({
      reason: 'token-invalid',
      stage: 'token',
      message:
        'The token provider must give the member access token, ' +
        'or an object with it as `accessToken`.',
    });
  }
  const renewAt = readExpiry(text) - marginMs;
  // A token that is expired on arrival means a wrong clock: then only the service can decide.
  return { header: `Bearer ${text}`, renewAt: renewAt > now ? renewAt : Infinity };
}

/** The token in a provider's answer: text, or the JSON of a token endpoint. */
function textOf(answer: unknown): string {
  const token =
    typeof answer === 'object' && answer !== null && 'accessToken' in answer
      ? answer.accessToken
      : answer;
  return typeof token === 'string' ? token.trim() : '';
}

/** The expiry of a JWT, in milliseconds since 1970; NaN for anything else. */
export function readExpiry(token: string): number {
  try {
    const [, payload = '', signature] = token.split('.');
    if (signature === undefined) return NaN;
    const claims = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as {
      readonly exp?: unknown;
    };
    return typeof claims.exp === 'number' ? claims.exp * 1000 : NaN;
  } catch {
    return NaN;
  }
}
