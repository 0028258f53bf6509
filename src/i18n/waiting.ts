import { waiting } from '../locales/en.js';
import type { WaitingMessages } from './panel-messages.js';
import type { Dictionary } from './types.js';

/** The words of who waits for a host. */
export const waitingDictionary: Dictionary<WaitingMessages> = {
  group: 'panels',
  en: waiting,
  pick: ({ panels }) => panels,
};
