import { icon, svg } from './icon.js';

export const signalPoorIcon = icon(
  svg`<path d="M5 19v-3M12 19v-8M19 19V6" opacity="0.35" /><path d="M5 19v-3" />`,
);
