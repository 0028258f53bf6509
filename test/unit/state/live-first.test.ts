import { expect } from '@open-wc/testing';
import type { RoomQuery, RoomsApi, VideoRoom } from '../../../src/api/types.js';
import { lacksLiveRooms, withLiveRooms } from '../../../src/state/list/live-first.js';
import { isLive } from '../../../src/state/room-rules.js';
import { createRoomListStore } from '../../../src/state/list/room-list-store.js';
import { failure, ready, titles, withRooms } from './list-support.js';

/** A store as a list creates it. */
const bench = (rooms: RoomsApi) => ({
  store: createRoomListStore({ rooms }, { order: (a, b) => +isLive(b) - +isLive(a) }),
});

/** A store with rooms 1 to `count`, the last one newest. `asked` has its queries. */
function world(count: number, ...live: number[]) {
  const service = withRooms(count);
  for (const room of service.rooms) {
    const videoRoomState = live.includes(room.id) ? 'LIVE' : 'LIVE_INACTIVE';
    service.putRoom({ ...room, videoRoomState });
  }
  const asked: RoomQuery[] = [];
  const listRooms = service.listRooms.bind(service);
  service.listRooms = (query, options) => {
    asked.push(query ?? {});
    return listRooms(query, options);
  };
  return { service, asked, ...bench(withLiveRooms()(service)) };
}

describe('the live rooms of a list', () => {
  it('come first on each page, in the order of the others', async () => {
    const { service } = world(5, 2, 4);
    const { store } = bench(service);
    await store.load({});
    expect(titles(store)).to.deep.equal(['Room 4', 'Room 2', 'Room 5', 'Room 3', 'Room 1']);
  });

  it('are on the first page wherever the service has them', async () => {
    const { store, asked } = world(6, 1, 4);
    await store.load({ pageSize: 3 });
    expect(titles(store)).to.deep.equal(['Room 4', 'Room 1', 'Room 6', 'Room 5']);
    expect(ready(store)).to.include({ total: 6, totalPages: 2 });
    expect(asked).to.deep.include({ pageSize: 3, videoRoomState: 'LIVE' });
    await store.goToPage(1);
    expect(titles(store)).to.deep.equal(['Room 1', 'Room 3', 'Room 2']);
    expect(asked).to.have.length(3);
  });

  it('are only those that match the search', async () => {
    const { store, asked } = world(12, 1, 11);
    await store.load({ pageSize: 1, keyword: 'Room 1' });
    expect(asked.every(({ keyword }) => keyword === 'Room 1')).to.equal(true);
    // Besides its own rooms, a page has as many live rooms as its size, here one.
    expect(titles(store)).to.deep.equal(['Room 11', 'Room 12']);
  });

  it('are not requested if one page has all rooms or the query has a state', async () => {
    const { store, asked } = world(3, 1);
    await store.load({ pageSize: 10 });
    await store.load({ pageSize: 10 });
    await store.load({ pageSize: 2, videoRoomState: 'LIVE' });
    // The first load cannot know yet how many pages there are.
    expect(asked.filter(({ pageSize }) => pageSize === 10)).to.have.length(3);
    expect(asked.filter(({ pageSize }) => pageSize === 2)).to.have.length(1);
  });

  it('are found again when there are several pages again', async () => {
    const { store } = world(6, 1);
    await store.load({ keyword: 'Room 6' });
    await store.load({ pageSize: 2 });
    expect(titles(store)).to.deep.equal(['Room 1', 'Room 6', 'Room 5']);
  });

  it('are left out if they cannot be loaded', async () => {
    const { service, store } = world(6, 1);
    const listRooms = service.listRooms.bind(service);
    service.listRooms = (query, options) =>
      query?.videoRoomState ? Promise.reject(failure) : listRooms(query, options);
    await store.load({ pageSize: 2 });
    expect(titles(store)).to.deep.equal(['Room 6', 'Room 5']);
  });

  it('are left out if the app’s own rooms refuse their state at once', async () => {
    const { service, store } = world(6, 1);
    const listRooms = service.listRooms.bind(service);
    service.listRooms = (query, options) => {
      if (query?.videoRoomState) throw failure;
      return listRooms(query, options);
    };
    await store.load({ pageSize: 2 });
    expect(titles(store)).to.deep.equal(['Room 6', 'Room 5']);
  });

  it('may be missing only on a first page of several, where not all is live', () => {
    const [room] = withRooms(1).rooms as [VideoRoom];
    const open: VideoRoom = { ...room, videoRoomState: 'LIVE_INACTIVE' };
    const content = { rooms: [room, open], page: 0, pageSize: 2, totalPages: 2, total: 4 };
    expect(lacksLiveRooms(content, {})).to.equal(true);
    expect(lacksLiveRooms({ ...content, rooms: [room] }, {})).to.equal(false);
    expect(lacksLiveRooms({ ...content, totalPages: 1 }, {})).to.equal(false);
    expect(lacksLiveRooms({ ...content, page: 1 }, {})).to.equal(false);
    expect(lacksLiveRooms(content, { videoRoomState: 'LIVE' })).to.equal(false);
  });
});
