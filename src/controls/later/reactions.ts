import { css, html, type TemplateResult } from 'lit';
import { FfcReactionRequestEvent } from '../../events/signal-request-events.js';
import { smileIcon } from '../../icons/smile.js';
import { BaseElement } from '../../parts/base-element.js';
import type { Control, ControlMenuContext } from '../../parts/controls.js';
import { dispatchRequest } from '../../parts/request.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { reactions } from '../../state/signal-types.js';
import { laterControlWords } from '../../locales/en.js';
import { addRoomWords } from '../../parts/room-words.js';

addRoomWords(laterControlWords);

/**
 * Opens the menu of reactions. Everybody sees a sent reaction for some seconds.
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
    render: choices,
  },
  answers: {
    [FfcReactionRequestEvent.type]: async (room, { name }) => {
      const signals = await room.use('signals');
      await signals.sendReaction(String(name));
    },
  },
};

const choiceStyles = css`
  .reactions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
  }

  .reactions .button {
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 0;
    font-size: 24px;
  }
`;

function choices({ room, part, messages }: ControlMenuContext): TemplateResult {
  if (part instanceof BaseElement) part.addStyles([choiceStyles]);
  return html`
    <div class="reactions">
      ${Object.entries(reactions).map(
        ([name, sign]) =>
          html`<button
            type="button"
            class="button quiet"
            aria-label=${messages.reactionName(name)}
            title=${messages.reactionName(name)}
            @click=${(event: Event) => react(event, room, name)}
          >
            ${sign}
          </button>`,
      )}
    </div>
  `;
}

function react(event: Event, room: RoomHandle, name: string): void {
  const button = event.currentTarget as HTMLElement;
  dispatchRequest(button, room, new FfcReactionRequestEvent({ name }));
  button.closest<HTMLElement>('[popover]')?.hidePopover();
}
