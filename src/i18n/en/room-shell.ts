import type { RoomShellMessages } from '../room-messages.js';
import { setupErrors } from './errors-setup.js';

export const shell: RoomShellMessages = {
  errors: setupErrors,
  idleTitle: 'Choose a room',
  idleText: 'Pick a room, and it opens here.',
  loading: 'Opening the room…',
  tryAgain: 'Try again',
};
