// Written by `npm run manifest`.
import { cameraFlipControl } from '../controls/later/camera-flip.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(cameraFlipControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-camera-flip-button': FfcControlElement;
  }
}
