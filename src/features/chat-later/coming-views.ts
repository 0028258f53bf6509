import { html, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { Coming } from '../../state/chat-types.js';

/** The lines about who came and went after a message; the room's live region has said them. */
export function comingViews(
  comings: readonly Coming[],
  after: string | undefined,
  // Some load with what is told in a call: a chat may be drawn before.
  words: Partial<RoomMessages>,
): readonly TemplateResult[] {
  return comings
    .filter((line) => line.after === after)
    .map(
      ({ kind, names, people }) =>
        html`<p class="line hint" part="chat-system" dir="auto" aria-live="off">
          ${words[kind]?.(names, people.size)}
        </p>`,
    );
}
