import { FfcRoomListElement } from '../elements/room-list/room-list.js';

if (!customElements.get('ffc-room-list')) {
  customElements.define('ffc-room-list', FfcRoomListElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'ffc-room-list': FfcRoomListElement;
  }
}
