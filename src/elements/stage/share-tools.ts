/** The tools for a shared screen. A stage loads this chunk with the first screen or the first pin. */
export { ShareBar, shareBarStyles } from './share-bar.js';
export { StripSwitch, stripStyles } from './strip-switch.js';
