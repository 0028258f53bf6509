import { html, nothing, type TemplateResult } from 'lit';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { warningIcon } from '../../icons/warning.js';
import type { Controls } from '../../state/types.js';

/** What is wrong with the microphone or the camera, what helps, and that one can join anyway. */
export function deviceErrors(
  messages: RoomMessages,
  { microphone, camera }: Controls,
): TemplateResult | typeof nothing {
  const errors = [microphone.error, camera.error].filter((error) => error !== undefined);
  const words = errors.map((error) => roomErrorWords(messages, error));
  if (!words.some(Boolean)) return nothing;
  const missing = errors.length > 1 ? 'both' : microphone.error ? 'microphone' : 'camera';
  return html`
    <div class="errors" part="problem" role="alert">
      ${warningIcon}
      <ul>
        ${words.map((failure) => {
          return html`<li><strong>${failure?.title}</strong>${failure?.remedy ?? nothing}</li>`;
        })}
        <li>${messages.joinWithout(missing)}</li>
      </ul>
    </div>
  `;
}
