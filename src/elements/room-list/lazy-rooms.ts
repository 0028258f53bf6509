import type { RoomsApi } from '../../api/types.js';

/** The calls of a {@link RoomsApi} whose code comes with the first of them. */
export function lazyRooms(load: () => Promise<RoomsApi>): RoomsApi {
  return {
    createRoom: async (...args) => (await load()).createRoom(...args),
    listRooms: async (...args) => (await load()).listRooms(...args),
    getRoom: async (...args) => (await load()).getRoom(...args),
    updateRoom: async (...args) => (await load()).updateRoom(...args),
    deleteRoom: async (...args) => (await load()).deleteRoom(...args),
  };
}
