import { icon, svg } from './icon.js';

export const chatIcon = icon(
  svg`<path d="M20.5 11.5a7.8 7.8 0 0 1-8.3 7.5c-1.2 0-2.3-.2-3.3-.6L4 20l1.3-4A7.2 7.2 0 0 1 4 11.5 7.8 7.8 0 0 1 12.2 4a7.8 7.8 0 0 1 8.3 7.5z" />`,
);
