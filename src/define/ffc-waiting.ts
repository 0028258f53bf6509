import { FfcWaitingElement } from '../features/waiting/waiting.js';
import * as feature from '../features/waiting/waiting-feature.js';
import { registerFeature } from '../parts/features.js';

export const { createFeature } = feature;

// Registers the feature at once: rooms register it only when the code behind a call has loaded.
registerFeature('waiting', () => Promise.resolve(feature));

// A second definition, or another copy of this package, keeps the first class.
if (!customElements.get('ffc-waiting')) customElements.define('ffc-waiting', FfcWaitingElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-waiting': FfcWaitingElement;
  }
}
