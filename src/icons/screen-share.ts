import { icon, svg } from './icon.js';

export const screenShareIcon = icon(
  svg`<rect x="2.5" y="4" width="19" height="13" rx="2.5" /><path d="M8 21h8M12 14V8M9.2 10.4 12 7.6l2.8 2.8" />`,
);
