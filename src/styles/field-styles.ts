import { css } from 'lit';

/**
 * A labelled field: `.field` around a `label`, an `.input` (input, select or textarea), and
 * below it a `.hint` or an `.invalid` text. 16 px text, so that iOS does not zoom in on focus.
 */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
    text-align: start;
  }

  .field label {
    color: var(--_on-surface);
    font-size: 13px;
    font-weight: 600;
  }

  .input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_target, 40px);
    margin: 0;
    padding: 7px 12px;
    border: 1px solid color-mix(in srgb, var(--_muted) 70%, var(--_border));
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_on-surface);
    font: 400 16px/1.4 var(--_font);
  }

  /* An own arrow with space around it. It consists of gradients, which no CSP forbids. */
  select.input {
    --_arrow-x: calc(100% - 15px);
    --_arrow-x2: calc(100% - 20px);
    padding-inline: 12px 32px;
    background-image:
      linear-gradient(135deg, var(--_muted) 50%, transparent 50%),
      linear-gradient(45deg, transparent 50%, var(--_muted) 50%);
    background-position:
      var(--_arrow-x) 55%,
      var(--_arrow-x2) 55%;
    background-repeat: no-repeat;
    background-size: 5px 5px;
    text-overflow: ellipsis;
    cursor: pointer;
    appearance: none;
  }

  select.input:dir(rtl) {
    --_arrow-x: 20px;
    --_arrow-x2: 15px;
  }

  @media (forced-colors: active) {
    select.input {
      appearance: auto;
    }
  }

  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .input:focus-visible {
    border-color: var(--_accent);
    outline-offset: 0;
  }

  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .input:disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }

  .hint {
    color: var(--_muted);
    font-size: 13px;
  }

  .invalid {
    color: var(--_danger);
    font-size: 13px;
    font-weight: 500;
  }
`;
