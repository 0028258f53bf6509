import { errors, jwtVerify, SignJWT } from 'jose';
import { ServiceError } from './errors.js';
import type { MemberRecord } from './records.js';

/** The member that a member access token stands for. */
export interface MemberClaims {
  readonly appId: number;
  readonly appUserId: string;
  readonly memberId: number;
}

/** The claims, and the time at which the token expires, in seconds since 1970. */
export interface CheckedClaims extends MemberClaims {
  readonly exp: number;
  /** In milliseconds. */
  readonly issuedAt?: number;
  readonly type?: string;
}

type TokenType = 'MEMBER' | 'STREAMING' | 'REFRESH';

/** The answer to a login. The purpose of the other two tokens is not published. */
export interface LoginAnswer {
  readonly accessToken: string;
  readonly streamingToken: string;
  readonly refreshToken: string;
}

/** Issues and checks member access tokens. */
export class MemberTokens {
  /** The lifetime of the tokens that are issued from now on. */
  lifetimeSeconds = 24 * 60 * 60;
  readonly #secret: Uint8Array;
  readonly #now: () => number;
  /** Tokens that were issued until this time, in milliseconds, have expired. */
  #endedUntil = 0;

  /** `secret` has 32 bytes or more; `now` returns milliseconds since 1970. */
  constructor(secret: Uint8Array, now: () => number) {
    this.#secret = secret;
    this.#now = now;
  }

  /** Expires all tokens that were issued until now. */
  expireAll(): void {
    this.#endedUntil = this.#now();
  }

  /** The whole answer to a login. Only the access token is accepted here. */
  async login(member: MemberRecord): Promise<LoginAnswer> {
    const [accessToken, streamingToken, refreshToken] = await Promise.all([
      this.issue(member),
      this.#sign(member, 'STREAMING'),
      this.#sign(member, 'REFRESH'),
    ]);
    return { accessToken, streamingToken, refreshToken };
  }

  /** Issues a token of the member, valid for {@link lifetimeSeconds}. */
  issue(member: MemberRecord): Promise<string> {
    return this.#sign(member, 'MEMBER');
  }

  #sign(member: MemberRecord, type: TokenType): Promise<string> {
    // A token issued in the same millisecond as the expiry of all must stay valid.
    const now = Math.max(this.#now(), this.#endedUntil + 1);
    const issuedAt = Math.floor(now / 1000);
    return new SignJWT({
      appId: member.appId,
      type,
      appUserId: member.appUserId,
      memberId: member.id,
      // `iat` has a resolution of seconds only.
      issuedAt: now,
    })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + this.lifetimeSeconds)
      .sign(this.#secret);
  }

  /** Throws a 401 unless the `Authorization` header holds a token that was issued here. */
  async check(authorization: string | undefined): Promise<CheckedClaims> {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new ServiceError('EMPTY_MEMBER_ACCESS_TOKEN');
    const { exp, issuedAt, ...claims } = await this.#verify(token);
    if ((issuedAt ?? 0) <= this.#endedUntil) throw new ServiceError('EXPIRED_MEMBER_ACCESS_TOKEN');
    return { exp, ...claims };
  }

  async #verify(token: string): Promise<CheckedClaims> {
    try {
      const { payload } = await jwtVerify<CheckedClaims>(token, this.#secret, {
        algorithms: ['HS256'],
        requiredClaims: ['exp'],
        currentDate: new Date(this.#now()),
      });
      if (payload.type !== 'MEMBER') throw new ServiceError('INVALID_MEMBER_ACCESS_TOKEN');
      return payload;
    } catch (error) {
      if (error instanceof ServiceError) throw error;
      throw new ServiceError(
        error instanceof errors.JWTExpired
          ? 'EXPIRED_MEMBER_ACCESS_TOKEN'
          : 'INVALID_MEMBER_ACCESS_TOKEN',
      );
    }
  }
}
