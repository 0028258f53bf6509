import type { AppRoomsApi, Page, RoomQuery, VideoRoom } from '../../api/types.js';
import type { ListContent } from '../list-types.js';
import { isLive } from '../room-rules.js';

/** Whether a page may lack live rooms, which belong before the others. */
export function lacksLiveRooms(
  { rooms, page, totalPages }: ListContent,
  { videoRoomState }: RoomQuery,
): boolean {
  return page === 0 && totalPages > 1 && !videoRoomState && !rooms.every(isLive);
}

/**
 * Adds the live rooms of all pages to the first page. The service cannot sort by state. So they are
 * requested separately, in parallel with the page, if the last answer had several pages. Other
 * pages stay unchanged. If the request for live rooms fails, the page has none added.
 */
export function withLiveRooms(): (rooms: AppRoomsApi) => AppRoomsApi {
  let hasPages = true;
  return (rooms) => ({
    createRoom: (...args) => rooms.createRoom(...args),
    getRoom: (...args) => rooms.getRoom(...args),
    updateRoom: (...args) => rooms.updateRoom(...args),
    deleteRoom: (...args) => rooms.deleteRoom(...args),
    listRooms: async (query = {}, options) => {
      if (query.page || query.videoRoomState) return rooms.listRooms(query, options);
      const listLive = async (): Promise<Page<VideoRoom> | undefined> => {
        try {
          return await rooms.listRooms({ ...query, videoRoomState: 'LIVE' }, options);
        } catch {
          // An app's own object may also throw.
          return undefined;
        }
      };
      const early = hasPages ? listLive() : undefined;
      const page = await rooms.listRooms(query, options);
      hasPages = page?.totalPages > 1;
      const live = hasPages ? await (early ?? listLive()) : undefined;
      const content = roomsOf(page);
      const liveRooms = roomsOf(live);
      if (!content || !liveRooms) return page;
      const ids = new Set(content.map(({ id }) => id));
      const others = liveRooms.filter(({ id }) => !ids.has(id));
      return { ...page, content: [...content, ...others] };
    },
  });
}

/**
 * The rooms of a page. The rooms of a page. An app's own gateway or `roomsApi` may answer anything.
 */
function roomsOf(page: Page<VideoRoom> | undefined): readonly VideoRoom[] | undefined {
  if (!Array.isArray(page?.content)) return undefined;
  return (page.content as readonly (VideoRoom | null)[]).filter((room) => room !== null);
}
