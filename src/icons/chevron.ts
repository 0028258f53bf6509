import { icon, svg } from './icon.js';

/** A menu opens upwards. */
export const chevronIcon = icon(svg`<path d="m7 14.5 5-5 5 5" />`);
