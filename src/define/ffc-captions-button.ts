// Written by `npm run manifest`.
import { captionsControl } from '../controls/later/captions.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(captionsControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-captions-button': FfcControlElement;
  }
}
