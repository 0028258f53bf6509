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
    flex-wrap: wrap;
    align-items: center;
    justify-content: safe center;
    gap: 12px;
    padding: 12px;
  }

  /* What has no place goes into more; until that has come there may be two rows. */
  .bar.fitted {
    flex-wrap: nowrap;
  }

  @container (max-width: 479px) {
    .bar {
      gap: 8px;
    }
  }
`;
