// Written by `npm run manifest`.
import { handControl } from '../controls/later/hand.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(handControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-raise-hand-button': FfcControlElement;
  }
}
