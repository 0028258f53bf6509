import { FfcWaitingElement } from '../features/waiting/waiting.js';

export { createFeature } from '../features/waiting/waiting-feature.js';

// Twice, or by two copies of this package on one page: the first one stays.
if (!customElements.get('ffc-waiting')) customElements.define('ffc-waiting', FfcWaitingElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-waiting': FfcWaitingElement;
  }
}
