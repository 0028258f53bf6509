import { FfcCaptionsRequestEvent } from '../../events/signal-request-events.js';
import { captionsIcon } from '../../icons/captions.js';
import type { Control } from '../../parts/controls.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { changeSettings, settingsOf } from '../../parts/settings.js';
import { laterControlWords } from '../../locales/en.js';
import { addRoomWords } from '../../parts/room-words.js';

addRoomWords(laterControlWords);

const isOn = (room: RoomHandle): boolean => settingsOf(room).getSnapshot().captions;

/**
 * Shows and hides the captions of the call, which lie over the stage.
 *
 * @fires ffc-captions-request
 */
export const captionsControl: Control = {
  name: 'captions',
  order: 80,
  place: 'more',
  icon: captionsIcon,
  label: ({ messages }) => messages.captions,
  hint: ({ messages }, { pressed }) =>
    pressed ? messages.turnCaptionsOff : messages.turnCaptionsOn,
  state: (room) => {
    const pressed = isOn(room);
    return { pressed, disabled: !room.isInCall, tone: pressed ? 'active' : undefined };
  },
  watch: (room) => [settingsOf(room)],
  request: () => new FfcCaptionsRequestEvent(),
  answers: {
    [FfcCaptionsRequestEvent.type]: (room, { enabled }) =>
      changeSettings(room, { captions: typeof enabled === 'boolean' ? enabled : !isOn(room) }),
  },
};
