import { icon, svg } from './icon.js';

export const nextIcon = icon(svg`<path d="m9.5 6 6 6-6 6" />`);
