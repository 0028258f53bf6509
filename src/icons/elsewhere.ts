import { icon, svg } from './icon.js';

/** A laptop and a phone. */
export const elsewhereIcon = icon(
  svg`<path d="M4 15.5v-9A1.5 1.5 0 0 1 5.5 5h11A1.5 1.5 0 0 1 18 6.5V8M2.5 18.5H12" /><rect x="15" y="11" width="6.5" height="9.5" rx="1.3" />`,
);
