import { css } from 'lit';

/** For what `stage-later.ts` draws. */
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

  /* It stays while the others are scrolled. */
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
    inline-size: 36px;
    min-block-size: 36px;
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
`;
