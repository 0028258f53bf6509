// Written by `npm run manifest`.
import { settingsControl } from '../controls/later/settings.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(settingsControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-settings-button': FfcControlElement;
  }
}
