// Written by `npm run manifest`.
import { leaveControl } from '../controls/leave.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerControl } from '../parts/controls.js';

registerControl(leaveControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-leave-button': FfcControlElement;
  }
}
