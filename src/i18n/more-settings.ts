import { moreSettings } from '../locales/en.js';
import type { MoreSettingsMessages } from './comfort-messages.js';
import type { Dictionary } from './types.js';

/** The words of what the settings show behind their first drawing. */
export const moreSettingsDictionary: Dictionary<MoreSettingsMessages> = {
  group: 'panels',
  en: moreSettings,
  pick: ({ panels }) => panels,
};
