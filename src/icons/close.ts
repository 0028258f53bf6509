import { icon, svg } from './icon.js';

export const closeIcon = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
