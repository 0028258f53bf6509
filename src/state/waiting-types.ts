import type { RoomOwner } from '../api/types.js';
import type { Readable } from '../core/cell.js';

/** The people who wait for a host's admission. Empty for everybody but hosts. */
export interface RoomWaiting {
  readonly people: Readable<readonly RoomOwner[]>;
  /** Admits a person. Resolves once the service has done so. Rejects with an `FfcError`. */
  admit(appUserId: string): Promise<void>;
  /** Refuses a person, who may ask again. Rejects like `admit()`. */
  refuse(appUserId: string): Promise<void>;
  /** Admits everybody who waits now. Rejects with the first failure, after all were tried. */
  admitAll(): Promise<void>;
}
