import { html, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { Coming } from '../../state/chat-types.js';

/**
 * Renders the lines about joins and leaves after a message. They are not announced here: the room's
 * live region has done that.
 */
export function comingViews(
  comings: readonly Coming[],
  after: string | undefined,
  // Some words load with the announcer of a call. The chat may render earlier.
  words: Partial<RoomMessages>,
): readonly TemplateResult[] {
  return comings
    .filter((line) => line.after === after)
    .map(
      ({ kind, names, people }) =>
        html`<p class="line hint" part="chat-system" aria-live="off">
          ${words[kind]?.(names, people.size)}
        </p>`,
    );
}
