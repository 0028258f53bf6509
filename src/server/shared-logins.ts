import { readExpiry } from '../api/token-source.js';
import { abortable } from '../core/abort.js';
import type { MemberInput } from './types.js';

/** The limits of the cache of access tokens: its time and its number of members. */
export interface TokenCacheOptions {
  /** The time in milliseconds. Default 5000: for pages that one person opens at the same time. */
  readonly maxAgeMs?: number | undefined;
  /** The most tokens; the oldest is dropped first. Default 10 000. */
  readonly maxMembers?: number | undefined;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** Logs a member in, and resolves to the access token. */
export type LogIn = (member: MemberInput, signal: AbortSignal) => Promise<string>;

interface Login {
  /** The number of the login: a later login has the newer record of its member. */
  readonly number: number;
  readonly token: Promise<string>;
  readonly abort: AbortController;
  waiting: number;
}

interface KeptToken {
  readonly number: number;
  readonly record: string;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** The least remaining time of a token: pages renew one a minute before its expiry. */
const marginMs = 60_000;

/**
 * Logs each member in once for all simultaneous requests, and keeps the token for a short time. A
 * member with changed fields is logged in again, which sends them to the service. A failed login is
 * not kept. A login is aborted when no request waits for it any more.
 */
export class SharedLogins {
  readonly #logIn: LogIn;
  readonly #maxAgeMs: number;
  readonly #maxMembers: number;
  readonly #now: () => number;
  /** The running logins, by the record of the member. */
  readonly #underWay = new Map<string, Login>();
  /** The kept tokens, by `appUserId`, oldest first. */
  readonly #kept = new Map<string, KeptToken>();
  #logins = 0;

  constructor(logIn: LogIn, options: TokenCacheOptions) {
    const { maxAgeMs = 5000, maxMembers = 10_000, now = Date.now } = options;
    this.#logIn = logIn;
    this.#maxAgeMs = maxAgeMs;
    this.#maxMembers = maxMembers;
    this.#now = now;
  }

  /**
   * Resolves to the member's token.
   *
   * @param signalOf Returns the signal of the waiting request. It is not called when no wait is
   *   needed.
   * @param refused Whether the service has refused the member's current token.
   */
  async tokenOf(
    member: MemberInput,
    signalOf: () => AbortSignal,
    refused: boolean,
  ): Promise<string> {
    const { appUserId } = member;
    const record = JSON.stringify(member);
    const kept = this.#kept.get(appUserId);
    if (kept && !refused && kept.record === record && kept.until > this.#now()) return kept.token;
    this.#kept.delete(appUserId);

    const login = this.#underWay.get(record) ?? this.#begin(member, record);
    login.waiting++;
    try {
      return await abortable(login.token, signalOf());
    } finally {
      if (--login.waiting === 0 && this.#underWay.get(record) === login) {
        this.#underWay.delete(record);
        login.abort.abort();
      }
    }
  }

  #begin(member: MemberInput, record: string): Login {
    const abort = new AbortController();
    const token = this.#logIn(member, abort.signal);
    const login: Login = { number: ++this.#logins, token, abort, waiting: 0 };
    this.#underWay.set(record, login);
    const end = (token?: string): void => {
      // Otherwise the login was aborted, or its result is outdated.
      if (this.#underWay.get(record) !== login) return;
      this.#underWay.delete(record);
      if (token !== undefined) this.#keep(member.appUserId, record, login.number, token);
    };
    token.then(end, () => end());
    return login;
  }

  #keep(appUserId: string, record: string, number: number, token: string): void {
    const newer = this.#kept.get(appUserId);
    if (newer && newer.number > number) return;
    const now = this.#now();
    const expiry = readExpiry(token);
    const until = Math.min(
      now + this.#maxAgeMs,
      Number.isNaN(expiry) ? Infinity : expiry - marginMs,
    );
    this.#kept.delete(appUserId);
    if (until > now) this.#kept.set(appUserId, { number, record, token, until });
    for (const [oldest, { until }] of this.#kept) {
      if (until > now && this.#kept.size <= this.#maxMembers) return;
      this.#kept.delete(oldest);
    }
  }
}
