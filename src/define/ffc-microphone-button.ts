// Written by `npm run manifest`.
import { microphoneControl } from '../controls/microphone.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(microphoneControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-microphone-button': FfcControlElement;
  }
}
