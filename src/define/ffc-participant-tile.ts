import { FfcParticipantTileElement } from '../elements/participant-tile/participant-tile.js';

if (!customElements.get('ffc-participant-tile')) {
  customElements.define('ffc-participant-tile', FfcParticipantTileElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'ffc-participant-tile': FfcParticipantTileElement;
  }
}
