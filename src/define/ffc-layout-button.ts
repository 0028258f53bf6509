// Written by `npm run manifest`.
import { layoutControl } from '../controls/layout.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(layoutControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-layout-button': FfcControlElement;
  }
}
