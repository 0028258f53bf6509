import { readExpiry } from '../api/token-source.js';
import { abortable } from '../core/abort.js';
import type { MemberInput } from './types.js';

/** The time for which access tokens are kept, and the number of members. */
export interface TokenCacheOptions {
  /** Milliseconds. Default 5000: for the pages that one person opens in a moment. */
  readonly maxAgeMs?: number | undefined;
  /** The oldest token goes first. Default 10 000. */
  readonly maxMembers?: number | undefined;
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** Logs a member in, and gives the access token. */
export type LogIn = (member: MemberInput, signal: AbortSignal) => Promise<string>;

interface Login {
  /** Counts the logins: a later one knows the newer record of its member. */
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

/** A token with less time left is not worth handing out: pages renew it a minute before its end. */
const marginMs = 60_000;

/**
 * Logs each member in once, however many requests ask in the same moment, and keeps the token for
 * a short time. A member whose facts differ is logged in again, as that is how the service hears
 * of them. A login that failed is not kept. It is aborted when nobody waits for it any more.
 */
export class SharedLogins {
  readonly #logIn: LogIn;
  readonly #maxAgeMs: number;
  readonly #maxMembers: number;
  readonly #now: () => number;
  /** By the record of the member. */
  readonly #underWay = new Map<string, Login>();
  /** By `appUserId`; the oldest stands first. */
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
   * The member's token.
   *
   * @param signalOf Gives the signal of who waits; not called when nobody has to wait.
   * @param refused Whether the service has refused the token that the member has.
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
      // Else it was given up, or nobody may know what it says by now.
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
