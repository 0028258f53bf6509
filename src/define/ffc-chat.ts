import { FfcChatElement } from '../features/chat/chat.js';

// Twice, or by two copies of this package on one page: the first one stays.
if (!customElements.get('ffc-chat')) customElements.define('ffc-chat', FfcChatElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-chat': FfcChatElement;
  }
}
