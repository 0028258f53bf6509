import { roomShell, setupErrors } from '../locales/en.js';
import type { RoomShellMessages } from './room-messages.js';
import type { Dictionary } from './types.js';

/** The words of `<ffc-room>` while no room is open. */
export const shellDictionary: Dictionary<RoomShellMessages> = {
  group: 'room',
  en: { ...roomShell, errors: setupErrors },
  pick: ({ room, errors }) => ({ ...room, errors }),
};
