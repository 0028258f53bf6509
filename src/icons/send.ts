import { icon, svg } from './icon.js';

export const sendIcon = icon(
  svg`<path d="M4.5 12 3.2 5.3a.8.8 0 0 1 1.1-.9l16 6.9a.8.8 0 0 1 0 1.4l-16 6.9a.8.8 0 0 1-1.1-.9zm0 0H11" />`,
);
