// Written by `npm run manifest`.
import { fullscreenControl } from '../controls/later/fullscreen.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(fullscreenControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-fullscreen-button': FfcControlElement;
  }
}
