// Written by `npm run manifest`.
import { cameraControl } from '../controls/camera.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(cameraControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-camera-button': FfcControlElement;
  }
}
