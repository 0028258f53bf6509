import { icon, svg } from './icon.js';

export const signalPoorIcon = icon(
  svg`<g stroke-width="3.5"><path d="M5 19v-3" /><path d="M12 19v-8M19 19V5" opacity="0.35" /></g>`,
);
