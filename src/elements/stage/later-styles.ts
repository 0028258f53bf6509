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

  .elsewhere,
  .share-bar {
    position: absolute;
    z-index: 3;
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: max-content;
    background: rgb(12 14 18 / 86%);
    color: #ffffff;
    font-size: 13px;
  }

  /* Above the page buttons, on the same centre. */
  .elsewhere {
    inset-block-end: 100%;
    inset-inline-start: 50%;
    max-inline-size: 260px;
    padding: 4px 12px;
    border: 2px solid var(--_speaking);
    border-radius: 99px;
    translate: -50%;
    overflow-wrap: anywhere;
  }

  .elsewhere:dir(rtl) {
    translate: 50%;
  }

  .share-bar {
    inset-block-start: 8px;
    inset-inline: 0;
    flex-wrap: wrap;
    max-inline-size: calc(100% - 16px);
    margin-inline: auto;
    padding: 6px;
    border-radius: 12px;
    box-shadow: 0 4px 16px rgb(0 0 0 / 45%);
  }

  .share-bar video {
    inline-size: 80px;
    aspect-ratio: 16 / 9;
    border-radius: 8px;
    background: #000000;
    object-fit: contain;
  }

  .share-text {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 8px;
    padding-inline: 4px;
  }

  /* The button alone is enough on a narrow stage: text would hide faces. */
  @container (max-width: 480px) {
    .share-bar {
      flex-wrap: nowrap;
    }

    .share-bar video {
      inline-size: 64px;
    }

    .share-text {
      display: none;
    }

    .share-bar .button {
      padding-inline: 12px;
      font-size: 13px;
    }
  }

  @media (forced-colors: active) {
    .share-bar,
    .elsewhere {
      border: 1px solid CanvasText;
    }
  }
`;
