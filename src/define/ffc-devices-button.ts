// Written by `npm run manifest`.
import { devicesControl } from '../controls/devices.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(devicesControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-devices-button': FfcControlElement;
  }
}
