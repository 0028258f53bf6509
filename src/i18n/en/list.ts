import type { RoomListFrameMessages } from '../list-messages.js';
import { readable } from './readable.js';

export const en: RoomListFrameMessages = {
  heading: 'Rooms',
  create: 'New room',
  search: 'Search rooms',
  state: 'State',
  anyState: 'All states',
  stateName: (state) => (state === 'LIVE_INACTIVE' ? 'Open' : readable(state)),
  sort: 'Sort by',
  sortName: (sort) =>
    ({
      CREATED_AT_DESC: 'Newest first',
      CREATED_AT_ASC: 'Oldest first',
      LAST_MODIFIED_AT_DESC: 'Last changed first',
      LAST_MODIFIED_AT_ASC: 'Last changed last',
    })[sort],
  loading: 'Loading rooms…',
  count: (rooms) => (rooms === 1 ? '1 room' : `${rooms} rooms`),
  partMissing: 'This could not be loaded. Check your connection and try again.',
  retry: 'Try again',
};
