import { icon, svg } from './icon.js';

export const signalLostIcon = icon(
  svg`<path d="M5 19v-3M12 19v-5M19 19v-7" opacity="0.35" /><path d="m14.5 4.5 5 5M19.5 4.5l-5 5" />`,
);
