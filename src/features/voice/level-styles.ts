import { css } from 'lit';

/** The styles of `levelBars()`. `utilities` stops its movement where motion is reduced. */
export const levelStyles = css`
  .level i {
    inline-size: 4px;
    block-size: 18px;
    border-radius: 2px;
    background: currentColor;
    opacity: 0.25;
    scale: 1 0.3;
    transform-origin: bottom;
    transition:
      opacity 80ms,
      scale 80ms;
  }

  .level[aria-valuenow='1'] i:nth-child(-n + 1),
  .level[aria-valuenow='2'] i:nth-child(-n + 2),
  .level[aria-valuenow='3'] i:nth-child(-n + 3),
  .level[aria-valuenow='4'] i:nth-child(-n + 4),
  .level[aria-valuenow='5'] i {
    background: var(--_success);
    opacity: 1;
    scale: 1;
  }

  @media (forced-colors: active) {
    .level i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
