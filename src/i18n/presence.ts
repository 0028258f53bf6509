import { presence } from '../locales/en.js';
import type { PresenceMessages } from './panel-messages.js';
import type { Dictionary } from './types.js';

/** The words of who is in a room already. */
export const presenceDictionary: Dictionary<PresenceMessages> = {
  group: 'panels',
  en: presence,
  pick: ({ panels }) => panels,
};
