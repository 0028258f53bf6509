import { FfcWaitingElement } from '../features/waiting/waiting.js';
import * as feature from '../features/waiting/waiting-feature.js';
import { registerFeature } from '../parts/features.js';

export const { createFeature } = feature;

// Rooms know the feature by themselves only once they have loaded what is behind a call.
registerFeature('waiting', () => Promise.resolve(feature));

// Twice, or by two copies of this package on one page: the first one stays.
if (!customElements.get('ffc-waiting')) customElements.define('ffc-waiting', FfcWaitingElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-waiting': FfcWaitingElement;
  }
}
