import { expect } from '@open-wc/testing';
import type { PushEvent, PushSource } from '../../../src/api/types.js';
import { createRoomListStore } from '../../../src/state/list/room-list-store.js';
import type { ListContent, ListServices, RoomListStore } from '../../../src/state/list-types.js';
import { failure, ready, titles, withRooms } from './list-support.js';

/** A stream whose events the test sends. */
function createPush() {
  const handlers = new Set<(event: PushEvent) => void>();
  const push: PushSource = {
    subscribe: (handler, { signal }) => {
      handlers.add(handler);
      signal.addEventListener('abort', () => handlers.delete(handler));
    },
  };
  const tell = (event: PushEvent): void => handlers.forEach((handler) => handler(event));
  const change = (roomId: number, videoRoomState: string): void =>
    tell({ type: 'room-change', roomId, videoRoomState });
  return { push, tell, change, listeners: () => handlers.size };
}

const nextLoad = (store: RoomListStore): Promise<ListContent> =>
  new Promise((resolve) => {
    const off = store.on('load', (content) => {
      off();
      resolve(content);
    });
  });

const stateOf = (store: RoomListStore, id: number): string | undefined =>
  ready(store).rooms.find((room) => room.id === id)?.videoRoomState;

describe('a list with push events', () => {
  let store: RoomListStore;
  afterEach(() => store.dispose());

  function world(services: Partial<ListServices> = {}) {
    const stream = createPush();
    const service = withRooms(2);
    store = createRoomListStore(
      { rooms: service, push: stream.push, ...services },
      { gatherMs: 0 },
    );
    return { ...stream, service };
  }

  it('shows the new state of a room at once, and asks nobody', async () => {
    const { change, service } = world();
    await store.load({});
    const other = ready(store).rooms.find(({ id }) => id === 2);
    change(1, 'LIVE_INACTIVE');
    expect(stateOf(store, 1)).to.equal('LIVE_INACTIVE');
    expect(ready(store).rooms.find(({ id }) => id === 1)).to.be.frozen;
    expect(ready(store).rooms.find(({ id }) => id === 2)).to.equal(other);
    expect(service.calls.listRooms).to.equal(1);
  });

  it('notifies nobody of a state that is shown already', async () => {
    const { change } = world();
    await store.load({});
    const now = store.phase.getSnapshot();
    change(1, stateOf(store, 1)!);
    expect(store.phase.getSnapshot()).to.equal(now);
  });

  it('loads again once when rooms that it does not show change', async () => {
    const { change, service } = world();
    await store.load({});
    const loaded = nextLoad(store);
    await service.createRoom({ type: 'VIDEO_CONFERENCE', title: 'Room 3' });
    for (const id of [3, 4, 5]) change(id, 'LIVE');
    await loaded;
    expect(titles(store)).to.include('Room 3');
    expect(service.calls.listRooms).to.equal(2);
  });

  it('loads again when a room may no longer match its filter', async () => {
    const { change, service } = world();
    const videoRoomState = (await service.getRoom(1)).videoRoomState;
    await store.load({ videoRoomState });
    const loaded = nextLoad(store);
    change(1, 'ENDED');
    await loaded;
    expect(service.calls.listRooms).to.equal(2);
  });

  it('does not say since when a room is live, as it is not told', async () => {
    const { change, service } = world();
    service.putRoom({ ...service.rooms[0]!, liveStartedAt: '2020-01-01T00:00:00Z' });
    await store.load({});
    change(1, 'STARTED');
    const room = ready(store).rooms.find(({ id }) => id === 1);
    expect(room).to.include({ videoRoomState: 'STARTED', liveStartedAt: undefined });
  });

  for (const type of ['gap', 'open'] as const) {
    it(`loads again when the stream emits ${type}, because earlier events are lost`, async () => {
      const { tell, service } = world();
      await store.load({});
      const loaded = nextLoad(store);
      tell({ type });
      await loaded;
      expect(service.calls.listRooms).to.equal(2);
    });
  }

  it('does not disturb a load that is under way', async () => {
    const { change, service } = world();
    await store.load({});
    const release = service.hold('listRooms');
    const refreshed = store.refresh();
    change(9, 'LIVE');
    await new Promise((resolve) => setTimeout(resolve));
    release();
    await refreshed;
    await nextLoad(store);
    expect(service.calls.listRooms).to.equal(3);
  });

  it('keeps its rooms when another load fails', async () => {
    const { change, service } = world();
    await store.load({});
    service.failNext('listRooms', failure);
    const failed = new Promise((resolve) => store.on('error', resolve));
    change(9, 'LIVE');
    await failed;
    expect(ready(store).stale).to.equal(failure);
    expect(ready(store).rooms).to.have.length(2);
  });

  it('leaves messages to others', async () => {
    const { tell } = world();
    await store.load({});
    const now = store.phase.getSnapshot();
    tell({ type: 'message', message: {} as never });
    expect(store.phase.getSnapshot()).to.equal(now);
  });

  it('listens from the first load until it is disposed of', async () => {
    const { listeners } = world();
    expect(listeners()).to.equal(0);
    await store.load({});
    await store.refresh();
    expect(listeners()).to.equal(1);
    store.dispose();
    expect(listeners()).to.equal(0);
  });

  it('listens to another stream, and no more to the one before, when the services change', async () => {
    const [before, after] = [createPush(), createPush()];
    const services = { rooms: withRooms(1), push: before.push };
    store = createRoomListStore(services);
    await store.load({});
    services.push = after.push;
    await store.refresh();
    expect([before.listeners(), after.listeners()]).to.deep.equal([0, 1]);
  });

  it('works as before where there is none', async () => {
    world({ push: undefined });
    await store.load({});
    expect(titles(store)).to.deep.equal(['Room 2', 'Room 1']);
  });
});
