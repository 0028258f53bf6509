import type { FfcError } from '../core/errors.js';
import type { CallOptions, RoomOwner } from './types.js';

/** The meaning of a refused RTC token for a room with `policy.manuallyApproval`. */
export type ApprovalAnswer =
  /** A host was asked, and has not answered yet. */
  | 'pending'
  /** A host does not let the member in. */
  | 'refused';

/**
 * How members wait until a host lets them into a room, and how hosts hear of them. The service has
 * `policy.manuallyApproval` and does not document how it reports the wait: all that is assumed of it
 * is in one object of this type, which the services of a room hold. The default, of
 * `createApproval()`, is what the project's sandbox plays. Each promise rejects with an `FfcError`.
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
