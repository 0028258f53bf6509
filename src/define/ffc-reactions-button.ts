// Written by `npm run manifest`.
import { reactionsControl } from '../controls/later/reactions.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(reactionsControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-reactions-button': FfcControlElement;
  }
}
