import { errors, jwtVerify, SignJWT } from 'jose';
import { ServiceError } from './errors.js';
import type { MemberRecord } from './records.js';

const lifetimeSeconds = 24 * 60 * 60;

/** Who a member access token speaks for. */
export interface MemberClaims {
  readonly appId: number;
  readonly appUserId: string;
  readonly memberId: number;
}

/** Claims, and when the token ends, in seconds since 1970. */
export interface CheckedClaims extends MemberClaims {
  readonly exp: number;
}

/** Issues and checks member access tokens. */
export class MemberTokens {
  readonly #secret: Uint8Array;
  readonly #now: () => number;

  /** `secret` has 32 bytes or more; `now` gives milliseconds since 1970. */
  constructor(secret: Uint8Array, now: () => number) {
    this.#secret = secret;
    this.#now = now;
  }

  /** A token that speaks for the member for 24 hours. */
  issue(member: MemberRecord): Promise<string> {
    const issuedAt = Math.floor(this.#now() / 1000);
    return new SignJWT({
      appId: member.appId,
      type: 'MEMBER',
      appUserId: member.appUserId,
      memberId: member.id,
    })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .sign(this.#secret);
  }

  /** Throws a 401 unless the `Authorization` header holds a token that was issued here. */
  async check(authorization: string | undefined): Promise<CheckedClaims> {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new ServiceError('EMPTY_MEMBER_ACCESS_TOKEN');
    try {
      const { payload } = await jwtVerify<CheckedClaims>(token, this.#secret, {
        algorithms: ['HS256'],
        requiredClaims: ['exp'],
        currentDate: new Date(this.#now()),
      });
      return payload;
    } catch (error) {
      throw new ServiceError(
        error instanceof errors.JWTExpired
          ? 'EXPIRED_MEMBER_ACCESS_TOKEN'
          : 'INVALID_MEMBER_ACCESS_TOKEN',
      );
    }
  }
}
