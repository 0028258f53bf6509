import { FfcPanelRequestEvent } from '../../events/request-events.js';
import { gearIcon } from '../../icons/gear.js';
import type { Control } from '../../parts/controls.js';
import { laterControlWords } from '../../locales/en.js';
import { addRoomWords } from '../../parts/room-words.js';

addRoomWords(laterControlWords);

/**
 * Opens and closes the settings.
 *
 * @fires ffc-panel-request
 */
export const settingsControl: Control = {
  name: 'settings',
  order: 85,
  place: 'more',
  icon: gearIcon,
  label: ({ messages }) => messages.settings,
  hint: ({ messages }, { pressed }) => (pressed ? messages.closeSettings : messages.openSettings),
  state: (room) => {
    const pressed = room.view.state.getSnapshot().panel === 'settings';
    return { pressed, disabled: !room.isInCall, tone: pressed ? 'active' : undefined };
  },
  watch: ({ view }) => [view.state],
  request: () => new FfcPanelRequestEvent({ panel: 'settings' }),
};
