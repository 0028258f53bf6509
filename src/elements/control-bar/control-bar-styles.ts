import { css } from 'lit';

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
    align-items: center;
    justify-content: safe center;
    gap: 12px;
    padding: 12px;
  }

  /* The row scrolls until the code of the layout has loaded, which moves buttons into more. */
  .bar:not(.fitted) {
    overflow-x: auto;
    scrollbar-width: none;
  }

  @container (max-width: 479px) {
    .bar {
      gap: 8px;
    }
  }
`;
