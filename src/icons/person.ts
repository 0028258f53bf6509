import { icon, svg } from './icon.js';

export const personIcon = icon(
  svg`<circle cx="12" cy="8" r="4" /><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0" />`,
);
