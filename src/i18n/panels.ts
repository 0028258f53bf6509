import { panelFrame } from '../locales/en.js';
import type { PanelMessages } from './panel-messages.js';
import type { Dictionary } from './types.js';

/** The words of what is around a panel. */
export const panelDictionary: Dictionary<PanelMessages> = {
  group: 'panels',
  en: panelFrame,
  pick: ({ panels }) => panels,
};
