import { hosts } from '../locales/en.js';
import type { HostMessages } from './comfort-messages.js';
import type { Dictionary } from './types.js';

/** The words of what is told when a host leaves a call. */
export const hostsDictionary: Dictionary<HostMessages> = {
  group: 'panels',
  en: hosts,
  pick: ({ panels }) => panels,
};
