import { icon, svg } from './icon.js';

export const pencilIcon = icon(svg`<path d="m14.5 5.5 4 4L8 20H4v-4zM12.5 7.5l4 4" />`);
