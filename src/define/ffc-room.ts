import { FfcRoomElement } from '../elements/room/room.js';

FfcRoomElement.loadParts = () => import('./preview-parts.js');
FfcRoomElement.loadCallParts = () => import('./call-parts.js');

// Twice, or by two copies of this package on one page: the first one stays.
const defined = customElements.get('ffc-room');
if (!defined) customElements.define('ffc-room', FfcRoomElement);
else if (defined !== FfcRoomElement) {
  void import('../elements/shared/copy-advice.js').then((advice) =>
    advice.adviseOfCopies('ffc-room'),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'ffc-room': FfcRoomElement;
  }
}
