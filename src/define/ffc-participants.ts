import { FfcParticipantsElement } from '../features/people/participants.js';

// Twice, or by two copies of this package on one page: the first one stays.
if (!customElements.get('ffc-participants'))
  customElements.define('ffc-participants', FfcParticipantsElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-participants': FfcParticipantsElement;
  }
}
