// Written by `npm run manifest`.
import { cameraControl } from '../controls/camera.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(cameraControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-camera-button': FfcControlElement;
  }
}
