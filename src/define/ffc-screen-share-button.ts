// Written by `npm run manifest`.
import { screenControl } from '../controls/screen.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(screenControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-screen-share-button': FfcControlElement;
  }
}
