// Written by `npm run manifest`.
import { leaveControl } from '../controls/leave.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(leaveControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-leave-button': FfcControlElement;
  }
}
