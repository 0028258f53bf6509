import type { ApprovalStrategy } from '../api/approval-types.js';
import type { CallOptions, RoomOwner } from '../api/types.js';
import type { FfcError } from '../core/errors.js';
import { Faults } from './faults.js';

/** The calls about approval that can be held back or made to fail. */
export type MockApprovalMethod = 'withdraw' | 'listWaiting' | 'admit' | 'refuse';

/** A host's decision about a waiting person. */
export interface MockDecision {
  readonly roomId: number;
  readonly person: RoomOwner;
  readonly isAdmitted: boolean;
}

/** The people who wait for a host's approval, kept in memory. */
export interface MockApproval extends ApprovalStrategy {
  /** Milliseconds between two requests of a waiting person, and of a host. */
  askEvery: number;
  /** The decisions so far, oldest first. */
  readonly decisions: readonly MockDecision[];
  /** Adds a person who waits for admission to a room. */
  wait(roomId: number, person: Pick<RoomOwner, 'appUserId'> & Partial<RoomOwner>): void;
  /** Removes a waiting person. */
  giveUp(roomId: number, appUserId: string): void;
  /** The next call of the method rejects with the error. */
  failNext(method: MockApprovalMethod, error: FfcError): void;
  /** Calls of the method wait until the returned function is called, or their signal aborts. */
  hold(method: MockApprovalMethod): () => void;
}

/**
 * Makes a {@link MockApproval}: no server, no network.
 *
 * @param onDecision Called when a host has decided about somebody.
 */
export function createMockApproval(
  onDecision: (decision: MockDecision) => void = () => {},
): MockApproval {
  return new InMemoryApproval(onDecision);
}

class InMemoryApproval implements MockApproval {
  askEvery = 50;
  readonly #onDecision: (decision: MockDecision) => void;
  readonly #faults = new Faults<MockApprovalMethod>('api');
  readonly #waiting = new Map<number, Map<string, RoomOwner>>();
  #decisions: readonly MockDecision[] = [];

  constructor(onDecision: (decision: MockDecision) => void) {
    this.#onDecision = onDecision;
  }

  get decisions(): readonly MockDecision[] {
    return this.#decisions;
  }

  judge({ errorCode }: FfcError): 'pending' | 'refused' | undefined {
    if (errorCode === 'VIDEO_ROOM_APPROVAL_PENDING') return 'pending';
    return errorCode === 'VIDEO_ROOM_APPROVAL_REFUSED' ? 'refused' : undefined;
  }

  wait(roomId: number, person: Pick<RoomOwner, 'appUserId'> & Partial<RoomOwner>): void {
    const { id, appUserId, appUserName, appUserProfileImgUrl, customType } = person;
    const waiting: RoomOwner = { id, appUserId, appUserName, appUserProfileImgUrl, customType };
    this.#waitingIn(roomId).set(appUserId, Object.freeze(waiting));
  }

  giveUp(roomId: number, appUserId: string): void {
    this.#waitingIn(roomId).delete(appUserId);
  }

  failNext(method: MockApprovalMethod, error: FfcError): void {
    this.#faults.failNext(method, error);
  }

  hold(method: MockApprovalMethod): () => void {
    return this.#faults.hold(method);
  }

  withdraw(_roomId: number, options?: CallOptions): Promise<void> {
    return this.#faults.pass('withdraw', options?.signal, () => {});
  }

  listWaiting(roomId: number, options?: CallOptions): Promise<readonly RoomOwner[]> {
    return this.#faults.pass('listWaiting', options?.signal, () => [
      ...this.#waitingIn(roomId).values(),
    ]);
  }

  admit(roomId: number, appUserId: string, options?: CallOptions): Promise<void> {
    return this.#faults.pass('admit', options?.signal, () => this.#decide(roomId, appUserId, true));
  }

  refuse(roomId: number, appUserId: string, options?: CallOptions): Promise<void> {
    return this.#faults.pass('refuse', options?.signal, () =>
      this.#decide(roomId, appUserId, false),
    );
  }

  #decide(roomId: number, appUserId: string, isAdmitted: boolean): void {
    const waiting = this.#waitingIn(roomId);
    const person = waiting.get(appUserId);
    if (!person) return;
    waiting.delete(appUserId);
    const decision = Object.freeze({ roomId, person, isAdmitted });
    this.#decisions = [...this.#decisions, decision];
    this.#onDecision(decision);
  }

  #waitingIn(roomId: number): Map<string, RoomOwner> {
    const waiting = this.#waiting.get(roomId) ?? new Map<string, RoomOwner>();
    this.#waiting.set(roomId, waiting);
    return waiting;
  }
}
