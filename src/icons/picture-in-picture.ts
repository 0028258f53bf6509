import { icon, svg } from './icon.js';

export const pictureInPictureIcon = icon(
  svg`<path d="M21 10V6.5A2.5 2.5 0 0 0 18.5 4h-13A2.5 2.5 0 0 0 3 6.5v9A2.5 2.5 0 0 0 5.500 18H9" /><rect x="12" y="13" width="9" height="7" rx="1.5" />`,
);
