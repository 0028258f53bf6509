import { chat } from '../locales/en.js';
import type { ChatMessages } from './panel-messages.js';
import type { Dictionary } from './types.js';

/** The words of the chat. */
export const chatDictionary: Dictionary<ChatMessages> = {
  group: 'panels',
  en: chat,
  pick: ({ panels }) => panels,
};
