// Written by `npm run manifest`.
import { screenControl } from '../controls/screen.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(screenControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-screen-share-button': FfcControlElement;
  }
}
