import { css } from 'lit';

/** The chat as a whole: its messages, what stands in their place, and the field. */
export const chatStyles = css`
  :host {
    --_inline-size: 360px;
    --_block-size: min(480px, 100dvb - 96px);

    block-size: 100%;
  }

  .chat {
    grid-row: 1;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    overflow-wrap: anywhere;
  }

  .messages {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    position: relative;
    min-block-size: 0;
  }

  /* What comes at either end is put right by script, alike in all browsers. */
  .log {
    display: flex;
    flex-direction: column;
    padding: 0 8px 8px;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .log > * {
    flex: none;
  }

  /* Few messages stand at the field, where the next one will be. */
  .log::before {
    content: '';
    margin-block-start: auto;
  }

  .line {
    margin-block: 8px;
    padding-inline: 8px;
    color: var(--_muted);
    font-size: 13px;
    text-align: center;
  }

  .day {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-block-start: 16px;
    font-weight: 600;
  }

  .day > span::first-letter {
    text-transform: uppercase;
  }

  .day::before,
  .day::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_border);
  }

  .empty {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 6px;
    max-inline-size: 32ch;
    margin: auto;
  }

  .empty strong {
    color: var(--_on-surface);
    font-size: 15px;
  }

  .newest {
    position: absolute;
    inset-block-end: 8px;
    justify-self: center;
    border-radius: 99px;
    box-shadow: var(--_shadow);
    font-size: 13px;
  }

  .newest svg {
    rotate: 90deg;
  }

  .notice,
  .limit {
    padding: 6px 16px 0;
    font-size: 13px;
  }

  .invalid,
  .notice {
    color: var(--_danger);
    font-size: 13px;
  }

  .composer {
    display: flex;
    align-items: end;
    gap: 4px;
    margin: 8px 12px 12px;
    padding: 3px;
    border: 1px solid color-mix(in srgb, var(--_muted) 70%, var(--_border));
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .composer:focus-within {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }

  /* 16 px, so that iOS does not zoom in on the focus. */
  textarea {
    flex: 1;
    min-inline-size: 0;
    max-block-size: min(140px, 30dvb);
    padding: 9px;
    border: 0;
    background: none;
    color: inherit;
    font: 400 16px/22px var(--_font);
    resize: none;
    field-sizing: content;
  }

  /* What is around it shows the focus. */
  .composer > textarea:focus-visible {
    outline: 0;
  }

  textarea::placeholder {
    color: var(--_muted);
  }

  .composer .button[aria-disabled='true'] {
    background: none;
    color: var(--_muted);
    opacity: 1;
  }

  .composer svg:dir(rtl) {
    scale: -1 1;
  }
`;
