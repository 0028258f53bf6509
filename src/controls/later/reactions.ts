import { html } from 'lit';
import { FfcReactionRequestEvent } from '../../events/signal-request-events.js';
import { smileIcon } from '../../icons/smile.js';
import type { Control } from '../../parts/controls.js';
import { dispatchRequest } from '../../parts/request.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { reactions } from '../../state/signal-types.js';

/**
 * Opens the reactions, each of which everybody sees for some seconds.
 *
 * @fires ffc-reaction-request
 */
export const reactionsControl: Control = {
  name: 'reactions',
  order: 70,
  icon: smileIcon,
  label: ({ messages }) => messages.reactions,
  slice: 'signals',
  menu: {
    render: ({ room, messages }) => html`
      <div class="choices">
        ${Object.entries(reactions).map(
          ([name, sign]) =>
            html`<button
              type="button"
              class="button quiet choice"
              aria-label=${messages.reactionName(name)}
              title=${messages.reactionName(name)}
              @click=${(event: Event) => react(event, room, name)}
            >
              ${sign}
            </button>`,
        )}
      </div>
    `,
  },
  answers: {
    [FfcReactionRequestEvent.type]: async (room, { name }) => {
      const signals = await room.use('signals');
      await signals.sendReaction(String(name));
    },
  },
};

function react(event: Event, room: RoomHandle, name: string): void {
  const button = event.currentTarget as HTMLElement;
  dispatchRequest(button, room, new FfcReactionRequestEvent({ name }));
  button.closest<HTMLElement>('[popover]')?.hidePopover();
}
