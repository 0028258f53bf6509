import { css } from 'lit';
import { hiddenLabelStyles } from '../../parts/control-styles.js';

export const controlBarStyles = css`
  :host {
    --_inline-size: 720px;
    --_min-inline-size: 60px;
  }

  .container {
    grid-row: 1;
    align-self: center;
    container-type: inline-size;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 12px;
  }

  @container (max-width: 1199px) {
    ${hiddenLabelStyles}
  }
`;
