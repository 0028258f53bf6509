import { css } from 'lit';

export const roomStyles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
    min-block-size: 480px;
    position: relative;
    overflow: hidden;
    container-type: inline-size;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .view {
    display: grid;
    place-content: safe center;
    grid-template-columns: minmax(0, 1fr);
    padding: 24px 16px;
    overflow: auto;
  }

  .message {
    display: grid;
    justify-items: center;
    gap: 12px;
    inline-size: 100%;
    max-inline-size: 360px;
    margin-inline: auto;
    text-align: center;
  }

  .message > p {
    color: var(--_muted);
    text-wrap: pretty;
  }

  .message > .button {
    margin-block-start: 8px;
  }

  .progress {
    color: var(--_accent);
    font-size: 26px;
    line-height: 0;
  }

  /* The focus is put there for what is read next; there is nothing to operate. */
  [data-focus][tabindex='-1']:focus-visible {
    outline: none;
  }
`;
