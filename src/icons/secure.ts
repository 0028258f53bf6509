import { icon, svg } from './icon.js';

/** A lock of its own chunk: that of the password's screen loads with that. */
export const secureIcon = icon(
  svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2" /><path d="M8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3" />`,
);
