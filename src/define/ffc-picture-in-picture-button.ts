// Written by `npm run manifest`.
import { pipControl } from '../controls/later/pip.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(pipControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-picture-in-picture-button': FfcControlElement;
  }
}
