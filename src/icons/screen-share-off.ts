import { icon, svg } from './icon.js';

export const screenShareOffIcon = icon(
  svg`<rect x="2.5" y="4" width="19" height="13" rx="2.5" /><path d="M8 21h8M9.8 8.3l4.4 4.4M14.2 8.3l-4.4 4.4" />`,
);
