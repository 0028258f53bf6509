import { FfcRoomElement } from '../elements/room/room.js';

FfcRoomElement.loadParts = () => import('./preview-parts.js');
FfcRoomElement.loadCallParts = () => import('./call-parts.js');

// A second definition, or another copy of this package, keeps the first class.
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
