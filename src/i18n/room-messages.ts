import type { ErrorMessages } from './types.js';

/** Every word that `<ffc-room>` and its parts show or speak. */
export interface RoomMessages {
  readonly errors: ErrorMessages;
}
