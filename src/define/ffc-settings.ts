import { FfcSettingsElement } from '../features/settings/settings.js';

// Twice, or by two copies of this package on one page: the first one stays.
if (!customElements.get('ffc-settings')) customElements.define('ffc-settings', FfcSettingsElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-settings': FfcSettingsElement;
  }
}
