import type { FfcError } from '../core/errors.js';
import type { CallOptions, RoomOwner } from './types.js';

/** The reason for a refused RTC token in a room with `policy.manuallyApproval`. */
export type ApprovalAnswer =
  /** A host was asked, and has not answered yet. */
  | 'pending'
  /** A host refused the admission. */
  | 'refused';

/**
 * The calls for members who wait for a host's admission, and for the hosts who decide. The service
 * has `policy.manuallyApproval` but does not document how it reports the wait. An object of this
 * type contains all assumptions about that. The services of a room have one. The default is
 * `createApproval()`, which fits the project's sandbox. Each promise rejects with an `FfcError`.
 */
export interface ApprovalStrategy {
  /**
   * Milliseconds between two requests: of a waiting member, and of a host for the waiting people.
   */
  readonly askEvery: number;
  /**
   * Reads the failure of a request for an RTC token. Undefined: it does not concern the admission.
   */
  readonly judge: (error: FfcError) => ApprovalAnswer | undefined;
  /** Ends the wait of the local member. */
  withdraw(roomId: number, options?: CallOptions): Promise<void>;
  /** For hosts: lists the waiting people. */
  listWaiting(roomId: number, options?: CallOptions): Promise<readonly RoomOwner[]>;
  /** For hosts: admits a waiting person. */
  admit(roomId: number, appUserId: string, options?: CallOptions): Promise<void>;
  /** For hosts: refuses a waiting person, who may ask again. */
  refuse(roomId: number, appUserId: string, options?: CallOptions): Promise<void>;
}
