import { icon, svg } from './icon.js';

export const filtersIcon = icon(
  svg`<path d="M4 7h7M19 7h1M4 17h1M13 17h7" /><circle cx="15" cy="7" r="2.5" /><circle cx="9" cy="17" r="2.5" />`,
);
