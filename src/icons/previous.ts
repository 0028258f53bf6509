import { icon, svg } from './icon.js';

export const previousIcon = icon(svg`<path d="m14.5 6-6 6 6 6" />`);
