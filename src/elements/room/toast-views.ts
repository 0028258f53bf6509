import { html, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { soundOffIcon } from '../../icons/sound-off.js';
import { spinner } from '../../parts/spinner.js';

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
