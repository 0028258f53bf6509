import { expect } from '@open-wc/testing';
import type { PushEvent, PushSource, RoomsApi, VideoRoom } from '../../../src/api/types.js';
import { createRoomListStore } from '../../../src/state/list/room-list-store.js';
import type { RoomListStore } from '../../../src/state/list-types.js';
import { listing, ready, titles } from './list-support.js';

const room = (id: number, title: string, facts: Partial<VideoRoom> = {}): VideoRoom =>
  ({ id, title, type: 'VIDEO_CONFERENCE', videoRoomState: 'LIVE', ...facts }) as VideoRoom;

const page = (...content: VideoRoom[]) => ({
  content,
  number: 0,
  size: 12,
  totalPages: 1,
  totalElements: content.length,
});

/** A promise that the test resolves. */
function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve: (value: T) => resolve(value) };
}

describe('a list whose load is under way', () => {
  let store: RoomListStore;
  afterEach(() => store.dispose());

  /** A list that shows `rooms`, and whose reload is pending until `answer` is called. */
  async function refreshing(rooms: readonly VideoRoom[], calls: Partial<RoomsApi> = {}) {
    const later = deferred<unknown>();
    const answers: unknown[] = [page(...rooms), later.promise];
    let push: (event: PushEvent) => void = () => {};
    const source: PushSource = { subscribe: (handler) => (push = handler) };
    store = createRoomListStore(
      { rooms: { ...listing(() => answers.shift() ?? page()), ...calls }, push: source },
      { gatherMs: 60_000 },
    );
    await store.load({});
    const refreshed = store.refresh();
    const answer = async (...content: VideoRoom[]): Promise<void> => {
      later.resolve(page(...content));
      await refreshed;
    };
    return { push: (event: PushEvent) => push(event), answer };
  }

  it('keeps a change that was made in the meantime', async () => {
    const updateRoom = () => Promise.resolve(room(1, 'new'));
    const { answer } = await refreshing([room(1, 'old')], { updateRoom });
    await store.update(room(1, 'old'), { title: 'new' });
    await answer(room(1, 'old'));
    expect(titles(store)).to.deep.equal(['new']);
  });

  it('keeps a state that was pushed in the meantime', async () => {
    const { push, answer } = await refreshing([room(1, 'a'), room(2, 'b')]);
    push({ type: 'room-change', roomId: 1, videoRoomState: 'ENDED' });
    await answer(room(1, 'a', { liveStartedAt: '2020-01-01T00:00:00Z' }), room(2, 'b'));
    const states = ready(store).rooms.map(({ videoRoomState }) => videoRoomState);
    expect(states).to.deep.equal(['ENDED', 'LIVE']);
    expect(ready(store).rooms[0]!.liveStartedAt).to.equal(undefined);
  });

  it('keeps a room away that was deleted in the meantime', async () => {
    const first = deferred<unknown>();
    const lists = [page(room(1, 'a'), room(2, 'b')), first.promise];
    const deleteRoom = (): Promise<void> => Promise.resolve();
    store = createRoomListStore({
      rooms: { ...listing(() => lists.shift() ?? new Promise(() => {})), deleteRoom },
    });
    await store.load({});
    store.refresh().catch(() => {});
    await store.delete(room(1, 'a'));
    first.resolve(page(room(1, 'a'), room(2, 'b')));
    expect(titles(store)).to.deep.equal(['b']);
    expect(ready(store).total).to.equal(1);
  });

  it('puts a pushed state into the very first content', async () => {
    const answer = deferred<unknown>();
    let push: (event: PushEvent) => void = () => {};
    const { promise: subscribed, resolve: onSubscribe } = deferred<undefined>();
    store = createRoomListStore({
      rooms: listing(() => answer.promise),
      push: {
        subscribe: (handler) => {
          push = handler;
          onSubscribe(undefined);
        },
      },
    });
    const loaded = store.load({});
    await subscribed;
    push({ type: 'room-change', roomId: 1, videoRoomState: 'ENDED' });
    answer.resolve(page(room(1, 'a')));
    await loaded;
    expect(ready(store).rooms[0]!.videoRoomState).to.equal('ENDED');
  });

  it('puts a state that was pushed during a change into its answer', async () => {
    const answer = deferred<VideoRoom>();
    const updateRoom = () => answer.promise;
    const { push, answer: answerList } = await refreshing([room(1, 'old')], { updateRoom });
    await answerList(room(1, 'old'));
    const updated = store.update(room(1, 'old'), { title: 'new' });
    push({ type: 'room-change', roomId: 1, videoRoomState: 'ENDED' });
    answer.resolve(room(1, 'new'));
    expect(await updated).to.include({ title: 'new', videoRoomState: 'ENDED' });
    expect(ready(store).rooms[0]).to.include({ title: 'new', videoRoomState: 'ENDED' });
  });

  it('keeps what became of a new room while the list was loading again', async () => {
    const lists = [deferred<unknown>(), deferred<unknown>()];
    let asked = 0;
    let push: (event: PushEvent) => void = () => {};
    store = createRoomListStore({
      rooms: {
        ...listing(() => lists[asked++]!.promise),
        createRoom: () => Promise.resolve(room(2, 'new', { videoRoomState: 'SCHEDULED' })),
        updateRoom: () => Promise.resolve(room(2, 'renamed', { videoRoomState: 'SCHEDULED' })),
      },
      push: { subscribe: (handler) => (push = handler) },
    });
    lists[0]!.resolve(page(room(1, 'a')));
    await store.load({});
    const loaded = new Promise<void>((resolve) => store.on('load', () => resolve()));
    const created = await store.create({ type: 'VIDEO_CONFERENCE', title: 'new' });
    await store.update(created, { title: 'renamed' });
    push({ type: 'room-change', roomId: 2, videoRoomState: 'LIVE' });
    lists[1]!.resolve(page(room(1, 'a')));
    await loaded;
    expect(titles(store)).to.deep.equal(['renamed', 'a']);
    expect(ready(store).rooms[0]!.videoRoomState).to.equal('LIVE');
  });

  it('shows a room as pending until the last of its changes is done', async () => {
    const changes = [deferred<VideoRoom>(), deferred<VideoRoom>()];
    let calls = 0;
    const updateRoom = () => changes[calls++]!.promise;
    const { answer } = await refreshing([room(1, 'a')], { updateRoom });
    await answer(room(1, 'a'));
    const [one, two] = [store.update(room(1, 'a'), {}), store.update(room(1, 'a'), {})];
    expect(store.pending.getSnapshot()).to.deep.equal([1]);
    changes[0]!.resolve(room(1, 'b'));
    await one;
    expect(store.pending.getSnapshot()).to.deep.equal([1]);
    changes[1]!.resolve(room(1, 'c'));
    await two;
    expect(store.pending.getSnapshot()).to.deep.equal([]);
    expect(titles(store)).to.deep.equal(['c']);
  });
});

describe('how often a list loads', () => {
  const stores: RoomListStore[] = [];
  afterEach(() => stores.splice(0).forEach((store) => store.dispose()));

  /** A list with its push events. `loads` has the time of each load. */
  function create(gatherMs: number) {
    const loads: number[] = [];
    let push: (event: PushEvent) => void = () => {};
    const store = createRoomListStore(
      {
        rooms: listing(() => {
          loads.push(performance.now());
          return page(room(1, 'a'));
        }),
        push: { subscribe: (handler) => (push = handler) },
      },
      { gatherMs },
    );
    stores.push(store);
    return { store, loads, push: (event: PushEvent) => push(event) };
  }

  it('is once at the start, although the event stream opens a little later', async () => {
    const original = window.setTimeout.bind(window);
    let timers = 0;
    window.setTimeout = ((...args: Parameters<typeof setTimeout>) => {
      timers++;
      return original(...args);
    }) as typeof setTimeout;
    try {
      const { store, push } = create(60_000);
      await store.load({});
      timers = 0;
      push({ type: 'open' });
      expect(timers).to.equal(0);
      push({ type: 'room-change', roomId: 9, videoRoomState: 'LIVE' });
      expect(timers).to.equal(1);
    } finally {
      window.setTimeout = original;
    }
  });

  it('is not at the same moment for all lists after a change', async () => {
    const lists = Array.from({ length: 8 }, () => create(200));
    await Promise.all(lists.map(({ store }) => store.load({})));
    const loaded = lists.map(({ store }) => new Promise((resolve) => store.on('load', resolve)));
    for (const { push } of lists) push({ type: 'room-change', roomId: 9, videoRoomState: 'LIVE' });
    await Promise.all(loaded);
    const moments = lists.map(({ loads }) => loads[1]!);
    expect(Math.max(...moments) - Math.min(...moments)).to.be.above(20);
  });

  it('is not increased by a room that cannot be in the list', async () => {
    const { store, loads, push } = create(0);
    await store.load({ videoRoomState: 'LIVE' });
    push({ type: 'room-change', roomId: 9, videoRoomState: 'ENDED' });
    push({ type: 'room-change', roomId: 8, videoRoomState: 'LIVE' });
    await new Promise((resolve) => store.on('load', resolve));
    expect(loads).to.have.length(2);
  });
});
