// Written by `npm run manifest`.
import { devicesControl } from '../controls/devices.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(devicesControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-devices-button': FfcControlElement;
  }
}
