import { icon, svg } from './icon.js';

export const moreIcon = icon(
  svg`<g stroke-width="3.25"><path d="M5 12v.01M12 12v.01M19 12v.01" /></g>`,
);
