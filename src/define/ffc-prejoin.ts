import { FfcPrejoinElement } from '../elements/prejoin/prejoin.js';

if (!customElements.get('ffc-prejoin')) customElements.define('ffc-prejoin', FfcPrejoinElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-prejoin': FfcPrejoinElement;
  }
}
