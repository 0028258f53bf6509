import { FfcParticipantsElement } from '../features/people/participants.js';

// A second definition, or another copy of this package, keeps the first class.
if (!customElements.get('ffc-participants'))
  customElements.define('ffc-participants', FfcParticipantsElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-participants': FfcParticipantsElement;
  }
}
