import { FfcPanelRequestEvent } from '../../events/request-events.js';
import { chatIcon } from '../../icons/chat.js';
import type { Control } from '../../parts/controls.js';
import { panelCounts } from '../../parts/panel-counts.js';
import { laterControlWords } from '../../locales/en.js';
import { addRoomWords } from '../../parts/room-words.js';

addRoomWords(laterControlWords);

/**
 * Opens and closes the chat, and counts the unread messages.
 *
 * @fires ffc-panel-request
 */
export const chatControl: Control = {
  name: 'chat',
  order: 35,
  place: 'end',
  icon: chatIcon,
  label: ({ messages }) => messages.chat,
  hint: ({ messages }, { pressed }) => (pressed ? messages.closeChat : messages.openChat),
  countLabel: ({ messages }, count) => messages.unreadMessages(count),
  state: (room) => {
    const pressed = room.view.state.getSnapshot().panel === 'chat';
    return {
      pressed,
      disabled: !room.isInCall,
      tone: pressed ? 'active' : undefined,
      count: panelCounts(room).getSnapshot()['chat'] ?? 0,
    };
  },
  watch: (room) => [room.view.state, panelCounts(room)],
  request: () => new FfcPanelRequestEvent({ panel: 'chat' }),
  slice: 'chat',
  loadsAhead: true,
};
