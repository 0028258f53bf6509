import { icon, svg } from './icon.js';

export const plusIcon = icon(svg`<path d="M12 5v14M5 12h14" />`);
