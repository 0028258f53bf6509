import { FfcPanelRequestEvent } from '../../events/request-events.js';
import { peopleIcon } from '../../icons/people.js';
import type { Control } from '../../parts/controls.js';
import { panelCounts } from '../../parts/panel-counts.js';
import { laterControlWords } from '../../locales/en.js';
import { addRoomWords } from '../../parts/room-words.js';

addRoomWords(laterControlWords);

/**
 * Opens and closes the panel of participants. Its count is the number of participants; hosts see
 * the number of waiting people instead while somebody waits.
 *
 * @fires ffc-panel-request
 */
export const participantsControl: Control = {
  name: 'participants',
  order: 55,
  place: 'end',
  icon: peopleIcon,
  label: ({ messages }) => messages.people,
  hint: ({ messages }, { pressed }) => (pressed ? messages.closePeople : messages.openPeople),
  countLabel: ({ messages }, count, { urgent }) =>
    urgent ? messages.waitingPeople(count) : messages.peopleCount(count),
  state: (room) => {
    const pressed = room.view.state.getSnapshot().panel === 'participants';
    const waiting = panelCounts(room).getSnapshot()['participants'] ?? 0;
    const people = room.store.roster.getSnapshot().identities.length;
    return {
      pressed,
      disabled: !room.isInCall,
      tone: pressed ? 'active' : undefined,
      count: room.isInCall ? waiting || people : 0,
      urgent: waiting > 0,
    };
  },
  watch: (room) => [room.view.state, room.store.roster, panelCounts(room)],
  request: () => new FfcPanelRequestEvent({ panel: 'participants' }),
};
