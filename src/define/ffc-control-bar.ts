import './all-controls.js';
import { FfcControlBarElement } from '../elements/control-bar/control-bar.js';
import { awaitControls } from '../parts/controls.js';

awaitControls(import('./later-controls.js'));

if (!customElements.get('ffc-control-bar'))
  customElements.define('ffc-control-bar', FfcControlBarElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-control-bar': FfcControlBarElement;
  }
}
