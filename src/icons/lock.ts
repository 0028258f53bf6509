import { icon, svg } from './icon.js';

export const lockIcon = icon(
  svg`<rect x="4.5" y="10.5" width="15" height="10" rx="2.5" /><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3" />`,
);
