import { icon, svg } from './icon.js';

export const pauseIcon = icon(svg`<path d="M9 5v14M15 5v14" />`);
