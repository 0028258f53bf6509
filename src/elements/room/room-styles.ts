import { css } from 'lit';

export const roomStyles = css`
  :host {
    --_inline-size: 960px;
    --_min-inline-size: 280px;
    /* Less in a low window, so that the content above the room is visible too. */
    --_block-size: clamp(240px, 100dvb - 96px, 480px);
    --_min-block-size: 240px;

    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .frame {
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: inherit;
  }

  .view,
  .call,
  [name='connected']::slotted(*) {
    grid-area: 1 / 1;
  }

  .view {
    display: grid;
    place-content: safe center;
    grid-template-columns: minmax(0, 1fr);
    padding-inline: 16px;
    overflow: auto;
  }

  /* No padding: sticky elements must stick to the very edge of the view. */
  .view::before,
  .view::after {
    content: '';
    block-size: 24px;
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

  /*
   * No focus ring: the focus moves there only for screen readers, and there is nothing to operate.
   */
  [data-focus][tabindex='-1']:focus-visible {
    outline: none;
  }
`;
