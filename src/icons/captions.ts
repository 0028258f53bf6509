import { icon, svg } from './icon.js';

export const captionsIcon = icon(
  svg`<rect x="3" y="5" width="18" height="14" rx="3" /><path d="M10.5 10.3a2.2 2.2 0 1 0 0 3.4M17 10.3a2.2 2.2 0 1 0 0 3.4" />`,
);
