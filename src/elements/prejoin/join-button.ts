import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import type { RoomMessages } from '../../i18n/room-messages.js';

/**
 * Renders the Join button. If the service records each call of the room, a notice asks for consent
 * first. Parts: `recording-consent`, `button`.
 */
export function joinButton({ policy }: VideoRoom, messages: RoomMessages): TemplateResult {
  const asks = policy.canAutoRoomCompositeRecording;
  return html`
    ${
      asks
        ? html`<p id="consent" class="consent" part="recording-consent">
            ${messages.recordingConsent}
          </p>`
        : nothing
    }
    <button
      class="button primary join"
      part="button"
      aria-describedby=${asks ? 'consent' : nothing}
    >
      ${asks ? messages.joinRecorded : messages.join}
    </button>
  `;
}
