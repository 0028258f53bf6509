import { icon, svg } from './icon.js';

export const handIcon = icon(
  svg`<path d="M8 12V5.5a1.5 1.5 0 0 1 3 0V11M11 11V4a1.5 1.5 0 0 1 3 0v7M14 11.5V5.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-.5a6 6 0 0 1-5-2.7L2.8 14.3a1.5 1.5 0 0 1 2.5-1.7L8 15.5V12" />`,
);
