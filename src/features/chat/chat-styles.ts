import { css } from 'lit';

/** The styles of the chat: its messages, their placeholder, and the field. */
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

  .messages:focus-visible {
    outline-offset: -2px;
  }

  /* No scroll anchoring: a script keeps the position, in the same way in all browsers. */
  .log {
    display: flex;
    flex-direction: column;
    padding: 0 8px 8px;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
  }

  .log > * {
    flex: none;
  }

  /* A few messages are at the lower end, near the field. */
  .log::before {
    content: '';
    margin-block-start: auto;
  }

  .line {
    margin-block: 8px;
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
    padding: 16px;
  }

  .newest {
    position: absolute;
    inset-block-end: 8px;
    justify-self: center;
    border-radius: 99px;
    box-shadow: var(--_shadow);
  }

  .notice,
  .limit {
    padding-inline: 16px;
  }

  .composer {
    display: flex;
    align-items: end;
    gap: 4px;
    padding: 8px 12px 12px;
  }

  textarea {
    max-block-size: min(140px, 30dvb);
    resize: none;
    field-sizing: content;
  }

  .composer .button {
    flex: none;
  }

  .composer svg:dir(rtl) {
    scale: -1 1;
  }
`;
