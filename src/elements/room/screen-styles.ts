import { css } from 'lit';

/** The styles of the screens before and after a call, beside those of a room. */
export const screenStyles = css`
  .end {
    max-inline-size: 46ch;
  }

  .end .emblem {
    inline-size: 72px;
    block-size: 72px;
    border: 1px solid transparent;
  }

  .end .emblem svg {
    inline-size: 32px;
    block-size: 32px;
  }

  .end .emblem.accent {
    background: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
    color: var(--_accent);
  }

  .end .emblem.danger {
    background: color-mix(in srgb, var(--_danger) 12%, var(--_surface));
    color: var(--_danger);
  }

  .end .emblem.success {
    background: color-mix(in srgb, var(--_success) 14%, var(--_surface));
    color: var(--_success);
  }

  .end h2,
  .end p {
    text-wrap: balance;
  }

  /* Korean text breaks between words. */
  .end:lang(ko) {
    word-break: keep-all;
    text-wrap: wrap;
  }

  .countdown {
    color: var(--_on-surface);
    font-size: 32px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
  }

  .duration {
    font-weight: 400;
    white-space: pre;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-block-start: 8px;
  }

  .actions > .button {
    min-block-size: 44px;
    text-decoration: none;
  }

  .message > .field {
    inline-size: 100%;
    margin-block-start: 8px;
  }

  form > .actions {
    inline-size: 100%;
    margin: 0;
  }

  form > .actions > .button {
    flex: 1 1 auto;
  }

  .password {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .password > .input {
    grid-area: 1 / 1 / 1 / -1;
    min-block-size: 44px;
    padding-inline-end: 52px;
  }

  .password > .button {
    grid-area: 1 / 2;
    min-block-size: 44px;
    inline-size: 44px;
  }

  .invalid:empty {
    display: none;
  }

  .details {
    inline-size: 100%;
    margin-block-start: 4px;
    color: var(--_muted);
    font-size: 13px;
  }

  .details .button {
    block-size: 40px;
  }

  .details summary {
    display: inline-block;
    padding: 10px 12px;
    border-radius: var(--_radius-small);
    cursor: pointer;
  }

  .details summary:focus-visible {
    outline: var(--_focus);
    outline-offset: -2px;
  }

  .details summary::after {
    content: '';
    display: inline-block;
    inline-size: 6px;
    block-size: 6px;
    margin-inline-start: 8px;
    border: solid currentColor;
    border-width: 0 1.75px 1.75px 0;
    transform: translateY(-3px) rotate(45deg);
  }

  .details[open] summary::after {
    transform: translateY(0) rotate(225deg);
  }

  .details pre {
    margin: 4px 0 12px;
    padding: 10px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface-raised);
    overflow-wrap: anywhere;
    text-align: start;
    white-space: pre-wrap;
    user-select: text;
  }

  .details code {
    color: var(--_on-surface);
    font:
      12px/1.5 ui-monospace,
      monospace;
  }

  @media (forced-colors: active) {
    .end .emblem {
      border-color: CanvasText;
    }
  }
`;
