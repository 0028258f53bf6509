import { css } from 'lit';

/** The styles for the content of `stage-extras.ts`. */
export const laterStyles = css`
  .scrolling {
    display: grid;
    overflow: auto;
    scrollbar-width: thin;
  }

  .scrolling > * {
    grid-area: 1 / 1;
    place-self: start;
  }

  /* The tile does not scroll with the others. */
  .scrolling > .fixed {
    position: sticky;
    z-index: 1;
  }

  .pager {
    position: absolute;
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  .pager .button {
    inline-size: var(--_target, 36px);
    min-block-size: var(--_target, 36px);
    border-radius: 50%;
  }

  .count {
    color: var(--_muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  :host(:dir(rtl)) .pager svg {
    transform: scaleX(-1);
  }

  /* Above the page buttons, on the same centre. */
  .elsewhere {
    position: absolute;
    z-index: 3;
    inset-block-end: 100%;
    inset-inline-start: 50%;
    display: flex;
    align-items: center;
    gap: 8px;
    max-inline-size: 260px;
    padding: 4px 12px;
    border: 2px solid var(--_speaking);
    border-radius: 99px;
    translate: -50%;
    overflow-wrap: anywhere;
    inline-size: max-content;
    background: rgb(12 14 18 / 86%);
    color: #ffffff;
    font-size: 13px;
  }

  .elsewhere:dir(rtl) {
    translate: 50%;
  }

  @media (forced-colors: active) {
    .elsewhere {
      border: 1px solid CanvasText;
    }
  }
`;
