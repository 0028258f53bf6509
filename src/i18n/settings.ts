import { settings } from '../locales/en.js';
import type { SettingsMessages } from './comfort-messages.js';
import type { Dictionary } from './types.js';

/** The words of the settings. */
export const settingsDictionary: Dictionary<SettingsMessages> = {
  group: 'panels',
  en: settings,
  pick: ({ panels }) => panels,
};
