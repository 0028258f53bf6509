import { FfcCaptionsElement } from '../features/captions/captions.js';

export { createFeature } from '../features/captions/captions-feature.js';

// Twice, or by two copies of this package on one page: the first one stays.
if (!customElements.get('ffc-captions')) customElements.define('ffc-captions', FfcCaptionsElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-captions': FfcCaptionsElement;
  }
}
