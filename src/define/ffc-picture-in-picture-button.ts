// Written by `npm run manifest`.
import { pipControl } from '../controls/later/pip.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(pipControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-picture-in-picture-button': FfcControlElement;
  }
}
