import { html, nothing, type TemplateResult } from 'lit';
import type { FfcError } from '../../core/errors.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { closeIcon } from '../../icons/close.js';
import { soundOffIcon } from '../../icons/sound-off.js';
import { warningIcon } from '../../icons/warning.js';
import { spinner } from '../shared/spinner.js';

/** A line over the stage that goes by itself when things are well again. */
export function bannerView(text: string): TemplateResult {
  return html`<div class="toast" part="banner">${spinner()}<span>${text}</span></div>`;
}

/** The way out when the browser keeps the sound off: it wants a click. */
export function soundBarView(messages: RoomMessages, onClick: () => void): TemplateResult {
  return html`
    <div class="toast" part="sound-bar">
      ${soundOffIcon}
      <span>${messages.soundOff}</span>
      <button type="button" class="button primary" part="button" @click=${onClick}>
        ${messages.turnOnSound}
      </button>
    </div>
  `;
}

/** A failure that the call survives. */
export function noticeView(
  messages: RoomMessages,
  error: FfcError,
  onDismiss: () => void,
): TemplateResult {
  const { title, remedy } = roomErrorWords(messages, error);
  return html`
    <div class="toast notice" part="notice" role="alert">
      ${warningIcon}
      <span><strong>${title}</strong> ${remedy ?? nothing}</span>
      <button
        type="button"
        class="button quiet icon-only"
        part="button"
        aria-label=${messages.dismiss}
        @click=${onDismiss}
      >
        ${closeIcon}
      </button>
    </div>
  `;
}
