// Written by `npm run manifest`.
import { cameraFlipControl } from '../controls/later/camera-flip.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(cameraFlipControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-camera-flip-button': FfcControlElement;
  }
}
