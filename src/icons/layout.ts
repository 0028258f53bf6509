import { icon, svg } from './icon.js';

export const layoutIcon = icon(
  svg`<rect x="3" y="4" width="18" height="16" rx="2.5" /><path d="M3 12h18M12 4v16" />`,
);
