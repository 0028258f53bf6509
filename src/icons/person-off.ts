import { icon, svg } from './icon.js';

export const personOffIcon = icon(
  svg`<circle cx="10" cy="8" r="4" /><path d="M3 20.5a7 7 0 0 1 10.5-6.1M16 16l5 5M21 16l-5 5" />`,
);
