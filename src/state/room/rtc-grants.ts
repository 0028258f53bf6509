import type { RtcGrant, RtcTokenInput } from '../../api/types.js';
import type { RoomServices } from '../types.js';

/** The RTC tokens of one attempt. One may be requested while the room is still loading. */
export class RtcGrants {
  readonly #services: Pick<RoomServices, 'member'>;
  readonly #signal: AbortSignal;
  #ahead: { readonly key: string; readonly grant: Promise<RtcGrant> } | undefined;

  constructor(services: Pick<RoomServices, 'member'>, signal: AbortSignal) {
    this.#services = services;
    this.#signal = signal;
  }

  /**
   * Requests a token ahead of the join. A join that takes it rejects with its failure.
   *
   * @param signal Aborts the request. Default: that of the attempt.
   */
  ask(roomId: number, input: RtcTokenInput, signal = this.#signal): Promise<RtcGrant> {
    const key = keyOf(roomId, input);
    if (this.#ahead?.key !== key) {
      const grant = this.#issue(roomId, input, signal);
      grant.catch(() => {});
      this.#ahead = { key, grant };
    }
    return this.#ahead.grant;
  }

  /** Returns the token that was requested ahead with the same input, once. Else it requests one. */
  take(roomId: number, input: RtcTokenInput): Promise<RtcGrant> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead?.key === keyOf(roomId, input)
      ? ahead.grant
      : this.#issue(roomId, input, this.#signal);
  }

  /** Whether a token was requested ahead with this input. */
  has(roomId: number, input: RtcTokenInput): boolean {
    return this.#ahead?.key === keyOf(roomId, input);
  }

  /** Drops the token that was requested ahead, because no join follows. */
  drop(): void {
    this.#ahead = undefined;
  }

  /** Async, so that a service that throws leads to a rejection. */
  async #issue(roomId: number, input: RtcTokenInput, signal: AbortSignal): Promise<RtcGrant> {
    return this.#services.member.issueRtcToken(roomId, input, { signal });
  }
}

function keyOf(roomId: number, input: RtcTokenInput): string {
  return JSON.stringify([roomId, input]);
}
