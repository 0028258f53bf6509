// Written by `npm run manifest`.
import { participantsControl } from '../controls/later/participants.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(participantsControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-participants-button': FfcControlElement;
  }
}
