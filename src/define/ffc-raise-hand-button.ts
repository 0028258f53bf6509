// Written by `npm run manifest`.
import { handControl } from '../controls/later/hand.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(handControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-raise-hand-button': FfcControlElement;
  }
}
