// Written by `npm run manifest`.
import { settingsControl } from '../controls/later/settings.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(settingsControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-settings-button': FfcControlElement;
  }
}
