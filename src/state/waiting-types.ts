import type { RoomOwner } from '../api/types.js';
import type { Readable } from '../core/cell.js';

/** The people who wait until a host lets them into the call. It stays empty for all but hosts. */
export interface RoomWaiting {
  readonly people: Readable<readonly RoomOwner[]>;
  /** Lets somebody in. Resolves once the service has; rejects with an `FfcError`. */
  admit(appUserId: string): Promise<void>;
  /** Does not let somebody in; they may ask again. Rejects as `admit()`. */
  refuse(appUserId: string): Promise<void>;
  /** Lets everybody in who waits now. Rejects with the first failure, after all were tried. */
  admitAll(): Promise<void>;
}
