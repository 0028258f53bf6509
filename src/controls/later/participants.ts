import { FfcPanelRequestEvent } from '../../events/request-events.js';
import { peopleIcon } from '../../icons/people.js';
import type { Control } from '../../parts/controls.js';

/**
 * Opens the people of the call and closes them, and says how many they are.
 *
 * @fires ffc-panel-request
 */
export const participantsControl: Control = {
  name: 'participants',
  order: 55,
  icon: peopleIcon,
  label: ({ messages }) => messages.people,
  hint: ({ messages }, { pressed }) => (pressed ? messages.closePeople : messages.openPeople),
  countLabel: ({ messages }, count) => messages.peopleCount(count),
  state: (room) => {
    const pressed = room.view.state.getSnapshot().panel === 'participants';
    return {
      pressed,
      disabled: !room.isInCall,
      tone: pressed ? 'active' : undefined,
      count: room.isInCall ? room.store.roster.getSnapshot().identities.length : 0,
    };
  },
  watch: ({ view, store }) => [view.state, store.roster],
  request: () => new FfcPanelRequestEvent({ panel: 'participants' }),
};
