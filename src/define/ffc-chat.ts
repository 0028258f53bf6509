import { FfcChatElement } from '../features/chat/chat.js';

// A second definition, or another copy of this package, keeps the first class.
if (!customElements.get('ffc-chat')) customElements.define('ffc-chat', FfcChatElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-chat': FfcChatElement;
  }
}
