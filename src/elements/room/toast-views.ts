import { html, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { soundOffIcon } from '../../icons/sound-off.js';
import { spinner } from '../../parts/spinner.js';

/** Renders a line over the stage that needs no button: it disappears with its cause. */
export function bannerView(text: string): TemplateResult {
  return html`<div class="toast" part="banner">${spinner()}<span>${text}</span></div>`;
}

/** Renders the line with the button that starts the sound, while the browser blocks it. */
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
