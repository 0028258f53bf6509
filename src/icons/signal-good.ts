import { icon, svg } from './icon.js';

export const signalGoodIcon = icon(svg`<path d="M5 19v-3M12 19v-8M19 19V5" stroke-width="3.5" />`);
