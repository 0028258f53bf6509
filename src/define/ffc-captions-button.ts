// Written by `npm run manifest`.
import { captionsControl } from '../controls/later/captions.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(captionsControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-captions-button': FfcControlElement;
  }
}
