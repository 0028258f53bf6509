// Written by `npm run manifest`.
import { moreControl } from '../controls/later/more.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(moreControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-more-button': FfcControlElement;
  }
}
