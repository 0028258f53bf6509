import { abortable } from '../core/abort.js';
import { FfcError } from '../core/errors.js';
import type { Clock } from './clock.js';
import type { Authorization, Credential } from './http.js';
import { withTimeout } from './timeout.js';
import type { TokenProvider, TokenReason } from './types.js';

/** A token is renewed this long before it expires, so that it is still good when it arrives. */
const marginMs = 60_000;

interface Token extends Credential {
  /** Milliseconds since 1970; `Infinity`: when the service refuses it. */
  readonly renewAt: number;
}

/** A question to the provider that is on its way. */
interface Flight {
  readonly token: Promise<Token>;
  readonly abort: AbortController;
  waiting: number;
}

export interface TokenSourceOptions {
  /** How long the provider may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/**
 * Asks the provider for a member token and keeps it until a minute before its `exp`, or until
 * the service refuses it. However many wait, one question is on its way; its signal aborts when
 * the last of them stops waiting. A failure is told to those who wait and then forgotten.
 *
 * Rejects with stage `token`: `token-provider-failed`, `token-invalid` or `timeout`.
 */
export class TokenSource implements Authorization {
  readonly renewable = true;
  readonly #provider: TokenProvider;
  readonly #options: TokenSourceOptions;
  #token: Token | undefined;
  /** Why there is no token, while there is none. */
  #reason: TokenReason = 'initial';
  #flight: Flight | undefined;

  constructor(provider: TokenProvider, options: TokenSourceOptions) {
    this.#provider = provider;
    this.#options = options;
  }

  async authorize(signal: AbortSignal | undefined, refused?: Credential): Promise<Credential> {
    // Several calls may be refused with the same token: only the first of them drops it.
    if (refused && refused === this.#token) this.#drop('unauthorized');
    if (this.#token && this.#token.renewAt <= this.#options.clock.now()) this.#drop('expired');
    if (this.#token) return this.#token;

    const flight = (this.#flight ??= this.#ask());
    flight.waiting++;
    try {
      return await abortable(flight.token, signal);
    } finally {
      if (--flight.waiting === 0 && this.#flight === flight) {
        this.#flight = undefined;
        flight.abort.abort();
      }
    }
  }

  #drop(reason: TokenReason): void {
    this.#token = undefined;
    this.#reason = reason;
  }

  #ask(): Flight {
    const abort = new AbortController();
    const token = this.#request(abort.signal);
    const flight: Flight = { token, abort, waiting: 0 };
    const end = (token: Token | undefined): void => {
      if (this.#flight !== flight) return;
      this.#flight = undefined;
      this.#token = token;
    };
    token.then(end, () => end(undefined));
    return flight;
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
        message: 'The token provider failed; `cause` has what it threw.',
        retryable: true,
        cause: thrown,
      });
    }
  }
}

function toToken(answer: unknown, now: number): Token {
  const text = typeof answer === 'string' ? answer.trim() : '';
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new FfcError({
      reason: 'token-invalid',
      stage: 'token',
      message: 'The token provider must give the bare member access token: text without spaces.',
    });
  }
  const renewAt = readExpiry(text) - marginMs;
  // Expired on arrival means that a clock is wrong: then only the service can tell.
  return { header: `Bearer ${text}`, renewAt: renewAt > now ? renewAt : Infinity };
}

/** When a JWT expires, in milliseconds since 1970; NaN for anything else. */
function readExpiry(token: string): number {
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
