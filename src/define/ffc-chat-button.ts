// Written by `npm run manifest`.
import { chatControl } from '../controls/later/chat.js';
import type { FfcControlElement } from '../parts/control-element.js';
import { registerBuiltInControl } from '../parts/controls.js';

registerBuiltInControl(chatControl);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-chat-button': FfcControlElement;
  }
}
