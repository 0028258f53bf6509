import { icon, svg } from './icon.js';

export const soundOffIcon = icon(
  svg`<path d="M11 5 6.5 9H3v6h3.5l4.5 4zM16 9.5l5 5M21 9.5l-5 5" />`,
);
