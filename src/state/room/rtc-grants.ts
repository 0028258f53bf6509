import { abortable } from '../../core/abort.js';
import { toFfcError } from '../../core/errors.js';
import type { RtcGrant, RtcTokenInput } from '../../api/types.js';
import type { RoomServices } from '../types.js';

type Services = Pick<RoomServices, 'member' | 'approval'>;

/** The RTC tokens of one attempt. One may be requested while the room is still loading. */
export class RtcGrants {
  readonly #services: Services;
  readonly #signal: AbortSignal;
  readonly #mayQueue: () => boolean;
  #ahead: { readonly key: string; readonly grant: Promise<RtcGrant> } | undefined;

  /** @param mayQueue Whether a request may put the person into the queue for admission. */
  constructor(services: Services, signal: AbortSignal, mayQueue: () => boolean) {
    this.#services = services;
    this.#signal = signal;
    this.#mayQueue = mayQueue;
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
    const { member } = this.#services;
    if (signal !== this.#signal || !this.#mayQueue()) {
      return member.issueRtcToken(roomId, input, { signal });
    }
    // Not aborted: the service may have read it, and only its answer says whether the person waits.
    const request = new AbortController();
    const asking = member.issueRtcToken(roomId, input, request);
    const over = new AbortController();
    signal.addEventListener('abort', () => this.#leaveQueue(roomId, asking), over);
    return abortable(asking, signal).finally(() => over.abort());
  }

  /** Leaves the queue if the request put the person into it. Ignores a failure. */
  #leaveQueue(roomId: number, asking: Promise<unknown>): void {
    // Now, because the services may be released before the answer.
    const loading = this.#services.approval?.().catch(() => undefined);
    asking
      .catch(async (thrown: unknown) => {
        const approval = await loading;
        const answer = approval?.judge(toFfcError(thrown, 'api'));
        if (answer === 'pending') await approval?.withdraw(roomId);
      })
      .catch(() => {});
  }
}

function keyOf(roomId: number, input: RtcTokenInput): string {
  return JSON.stringify([roomId, input]);
}
