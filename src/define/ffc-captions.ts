import { FfcCaptionsElement } from '../features/captions/captions.js';

export { createFeature } from '../features/captions/captions-feature.js';

// A second definition, or another copy of this package, keeps the first class.
if (!customElements.get('ffc-captions')) customElements.define('ffc-captions', FfcCaptionsElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-captions': FfcCaptionsElement;
  }
}
