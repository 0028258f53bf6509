import { icon, svg } from './icon.js';

export const cameraOffIcon = icon(
  svg`<path d="M10 6h3a2.5 2.5 0 0 1 2.5 2.5v2l6-3.5v10l-3.5-2M15.5 15.5A2.5 2.5 0 0 1 13 18H5a2.5 2.5 0 0 1-2.5-2.5v-7A2.5 2.5 0 0 1 5 6M3.5 3.5l17 17" />`,
);
