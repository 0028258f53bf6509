import { stage } from '../locales/en.js';
import type { StageMessages } from './stage-messages.js';
import type { Dictionary } from './types.js';

/** The words of the stage that a call can begin without. */
export const stageDictionary: Dictionary<StageMessages> = {
  group: 'panels',
  en: stage,
  pick: ({ panels }) => panels,
};
