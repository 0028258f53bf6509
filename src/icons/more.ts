import { icon, svg } from './icon.js';

export const moreIcon = icon(
  svg`<path d="M12 5.5v.01M12 12v.01M12 18.5v.01" stroke-width="2.75" />`,
);
