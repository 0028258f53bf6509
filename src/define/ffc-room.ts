import { FfcRoomElement } from '../elements/room/room.js';

FfcRoomElement.loadParts = () => import('./preview-parts.js');
FfcRoomElement.loadCallParts = () => import('./call-parts.js');

// Twice, or by two copies of this package on one page: the first one stays.
if (!customElements.get('ffc-room')) customElements.define('ffc-room', FfcRoomElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-room': FfcRoomElement;
  }
}
