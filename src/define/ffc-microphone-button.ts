// Written by `npm run manifest`.
import { microphoneControl } from '../controls/microphone.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(microphoneControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-microphone-button': FfcControlElement;
  }
}
