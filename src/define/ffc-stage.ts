import './ffc-participant-tile.js';
import { FfcStageElement } from '../elements/stage/stage.js';

if (!customElements.get('ffc-stage')) customElements.define('ffc-stage', FfcStageElement);

declare global {
  interface HTMLElementTagNameMap {
    'ffc-stage': FfcStageElement;
  }
}
