import './ffc-microphone-button.js';
import './ffc-camera-button.js';
import './ffc-screen-share-button.js';
import './ffc-devices-button.js';
import './ffc-leave-button.js';
import { FfcControlBarElement } from '../elements/control-bar/control-bar.js';

if (!customElements.get('ffc-control-bar'))
  customElements.define('ffc-control-bar', FfcControlBarElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-control-bar': FfcControlBarElement;
  }
}
