import { icon, svg } from './icon.js';

export const doorIcon = icon(
  svg`<path d="M3 20.5h18M6 20.5v-15A1.5 1.5 0 0 1 7.5 4h9A1.5 1.5 0 0 1 18 5.5v15M14.5 12.5v.01" />`,
);
