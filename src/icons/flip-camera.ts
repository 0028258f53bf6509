import { icon, svg } from './icon.js';

export const flipCameraIcon = icon(
  svg`<path d="M4 9a8.5 8.5 0 0 1 15-2.5M20 15a8.5 8.5 0 0 1-15 2.5M19.5 3v4h-4M4.5 21v-4h4" /><circle cx="12" cy="12" r="2.75" />`,
);
