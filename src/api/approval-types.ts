import type { FfcError } from '../core/errors.js';
import type { CallOptions, RoomOwner } from './types.js';

/** The meaning of a refused RTC token for a room with `policy.manuallyApproval`. */
export type ApprovalAnswer =
  /** A host was asked, and has not answered yet. */
  | 'pending'
  /** A host does not let the member in. */
  | 'refused';

/**
 * The calls by which members wait until a host lets them into a room, and by which hosts hear of
 * them. The service has `policy.manuallyApproval` and does not document how it reports the wait. An
 * object of this type holds all assumptions about that; the services of a room have one. The default,
 * of `createApproval()`, fits the project's sandbox. Each promise rejects with an `FfcError`.
 */
export interface ApprovalStrategy {
  /** Milliseconds between two requests: of who waits for an answer, and of a host for who waits. */
  readonly askEvery: number;
  /** Reads the failure of a request for an RTC token; undefined: it is about something else. */
  readonly judge: (error: FfcError) => ApprovalAnswer | undefined;
  /** The member at this browser waits no longer. */
  withdraw(roomId: number, options?: CallOptions): Promise<void>;
  /** For hosts: who waits. */
  listWaiting(roomId: number, options?: CallOptions): Promise<readonly RoomOwner[]>;
  /** For hosts: lets somebody in who waits. */
  admit(roomId: number, appUserId: string, options?: CallOptions): Promise<void>;
  /** For hosts: does not let somebody in who waits. They may ask again. */
  refuse(roomId: number, appUserId: string, options?: CallOptions): Promise<void>;
}
