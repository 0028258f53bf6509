import { FfcSettingsElement } from '../features/settings/settings.js';

// A second definition, or another copy of this package, keeps the first class.
if (!customElements.get('ffc-settings')) customElements.define('ffc-settings', FfcSettingsElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-settings': FfcSettingsElement;
  }
}
