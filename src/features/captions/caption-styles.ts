import { css } from 'lit';

export const captionStyles = css`
  :host {
    --_min-inline-size: 0;

    min-block-size: 0;
  }

  /* Over the pictures, without catching clicks. */
  :host([overlay]:not([overlay='false' i])) {
    display: block;
    position: absolute;
    inset: auto 16px 12px;
    z-index: 1;
    pointer-events: none;
  }

  .over {
    display: grid;
    gap: 4px;
    max-inline-size: 720px;
    max-block-size: 40cqb;
    margin-inline: auto;
    padding: 8px 14px;
    overflow: hidden;
    border-radius: var(--_radius-small);
    background: rgb(0 0 0 / 78%);
    color: #fff;
    text-align: start;
  }

  .over.small {
    font-size: 14px;
  }

  .over.medium {
    font-size: 18px;
  }

  .over.large {
    font-size: 26px;
  }

  .piece {
    margin: 0;
    overflow-wrap: anywhere;
  }

  /* The end of a long piece is the newest text. */
  .over .piece {
    display: flex;
    flex-direction: column;
    justify-content: end;
    max-block-size: 4.4em;
    overflow: hidden;
  }

  .speaker {
    font-size: 0.8em;
    font-weight: 700;
  }

  .log {
    display: grid;
    align-content: start;
    gap: 12px;
    block-size: 100%;
    padding: 4px 16px 16px;
    overflow: auto;
  }

  .log .speaker {
    display: block;
    color: var(--_muted);
  }

  .log .unfinished {
    color: var(--_muted);
  }

  .log:focus-visible {
    outline: var(--_focus);
    outline-offset: -2px;
  }

  .none {
    color: var(--_muted);
    text-align: center;
  }

  @media (forced-colors: active) {
    .over {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
