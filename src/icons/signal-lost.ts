import { icon, svg } from './icon.js';

export const signalLostIcon = icon(
  svg`<g stroke-width="3.5"><path d="M5 19v-3M12 19v-6M19 19v-4" opacity="0.4" /></g><path d="m14 3.5 6 6M20 3.5l-6 6" stroke-width="2.25" />`,
);
