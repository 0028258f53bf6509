// Written by `npm run manifest`.
import { fullscreenControl } from '../controls/later/fullscreen.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(fullscreenControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-fullscreen-button': FfcControlElement;
  }
}
