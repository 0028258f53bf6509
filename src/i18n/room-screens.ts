import { roomScreens } from '../locales/en.js';
import type { RoomScreenMessages } from './room-messages.js';
import type { Dictionary } from './types.js';

/** The words of the screens that load when they are shown: before a call, and after it. */
export const screenDictionary: Dictionary<RoomScreenMessages> = {
  group: 'room',
  en: roomScreens,
  pick: ({ room }) => room,
};
