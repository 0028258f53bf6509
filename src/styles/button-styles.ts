import { css } from 'lit';

/**
 * `<button class="button">`, with `primary`, `danger` or `quiet` for weight and `icon-only` for a
 * square one. It is 40 px high, and 44 px where fingers press it, as fields are.
 */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: var(--_target, 40px);
    max-inline-size: 100%;
    margin: 0;
    padding: 6px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_on-surface);
    font: 600 14px/1.3 var(--_font);
    cursor: pointer;
    touch-action: manipulation;
  }

  .button svg {
    flex: none;
  }

  .button:hover:where(:not(:disabled, [aria-disabled='true'])) {
    background-image: linear-gradient(var(--_hover), var(--_hover));
  }

  .button:active {
    scale: 0.97;
  }

  .button.primary {
    border-color: transparent;
    background-color: var(--_accent);
    color: var(--_on-accent);
  }

  .button.danger {
    border-color: transparent;
    background-color: var(--_danger-fill);
    color: var(--_on-danger);
  }

  .button.quiet {
    border-color: transparent;
    background-color: transparent;
  }

  .button.icon-only {
    inline-size: var(--_target, 40px);
    padding: 0;
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: not-allowed;
  }

  /* Without the fading of the disabled button, so that its focus ring is visible. */
  .button[aria-disabled='true']:focus-visible {
    opacity: 0.8;
  }

  @media (pointer: coarse) {
    :host {
      --_target: 44px;
    }
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }

    .button:disabled,
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
`;
