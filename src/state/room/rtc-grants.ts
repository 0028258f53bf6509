import type { RtcGrant, RtcTokenInput } from '../../api/types.js';
import type { RoomServices } from '../types.js';

/** The tokens of one attempt: one of them may be asked for while the room is still loading. */
export class RtcGrants {
  readonly #services: Pick<RoomServices, 'member'>;
  readonly #signal: AbortSignal;
  #ahead: { readonly key: string; readonly grant: Promise<RtcGrant> } | undefined;

  constructor(services: Pick<RoomServices, 'member'>, signal: AbortSignal) {
    this.#services = services;
    this.#signal = signal;
  }

  /** Asks ahead of the join, which takes the answer over. A failure is the join's. */
  ask(roomId: number, input: RtcTokenInput): Promise<RtcGrant> {
    const key = keyOf(roomId, input);
    if (this.#ahead?.key !== key) {
      const grant = this.#issue(roomId, input);
      grant.catch(() => {});
      this.#ahead = { key, grant };
    }
    return this.#ahead.grant;
  }

  /** What was asked for ahead, if it was for the same; each answer serves one join. */
  take(roomId: number, input: RtcTokenInput): Promise<RtcGrant> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead?.key === keyOf(roomId, input) ? ahead.grant : this.#issue(roomId, input);
  }

  /** Forgets what was asked for ahead: it was for a join that does not come now. */
  drop(): void {
    this.#ahead = undefined;
  }

  /** Async, so that a stub that throws rejects. */
  async #issue(roomId: number, input: RtcTokenInput): Promise<RtcGrant> {
    return this.#services.member.issueRtcToken(roomId, input, { signal: this.#signal });
  }
}

function keyOf(roomId: number, input: RtcTokenInput): string {
  return JSON.stringify([roomId, input]);
}
