// Written by `npm run manifest`.
import { reactionsControl } from '../controls/later/reactions.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(reactionsControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-reactions-button': FfcControlElement;
  }
}
