import { FfcRoomListElement } from '../elements/room-list/room-list.js';

// A second definition, or another copy of this package, keeps the first class.
const defined = customElements.get('ffc-room-list');
if (!defined) customElements.define('ffc-room-list', FfcRoomListElement);
else if (defined !== FfcRoomListElement) {
  void import('../elements/shared/copy-advice.js').then((advice) =>
    advice.adviseOfCopies('ffc-room-list'),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'ffc-room-list': FfcRoomListElement;
  }
}
