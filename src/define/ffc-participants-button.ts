// Written by `npm run manifest`.
import { participantsControl } from '../controls/later/participants.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(participantsControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-participants-button': FfcControlElement;
  }
}
