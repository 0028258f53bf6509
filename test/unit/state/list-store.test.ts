import { expect } from '@open-wc/testing';
import type { RoomsApi } from '../../../src/api/types.js';
import { createRoomListStore } from '../../../src/state/list/room-list-store.js';
import { bench, failure, listing, ready, reasonOf, titles, withRooms } from './list-support.js';

describe('the list store', () => {
  it('does nothing before it is asked to', () => {
    const service = withRooms(1);
    expect(bench(service).store.phase.getSnapshot()).to.deep.equal({ state: 'idle' });
    expect(service.calls).to.deep.equal({});
  });

  it('goes from loading to ready', async () => {
    const { store, phases, told } = bench(withRooms(2));
    await store.load({});
    expect(phases.map(({ state }) => state)).to.deep.equal(['loading', 'ready']);
    expect(titles(store)).to.deep.equal(['Room 2', 'Room 1']);
    expect(told).to.deep.equal(['load']);
  });

  it('shows frozen copies of the service’s rooms', async () => {
    const room = { id: 1, type: 'VIDEO_CONFERENCE', videoRoomState: 'LIVE' };
    const content = [room];
    const { store } = bench(listing(() => Promise.resolve({ content, totalPages: 1, number: 0 })));
    await store.load({});
    const { rooms } = ready(store);
    expect(rooms).to.deep.equal([room]);
    expect(rooms).to.be.frozen;
    expect(rooms[0]).to.be.frozen;
    expect(content).not.to.be.frozen;
    expect(room).not.to.be.frozen;
  });

  it('is failed, and says so, when there is nothing to show', async () => {
    const service = withRooms(1);
    const { store, told } = bench(service);
    service.failNext('listRooms', failure);
    expect(await reasonOf(store.load({}))).to.equal('network');
    expect(store.phase.getSnapshot()).to.deep.equal({ state: 'failed', error: failure });
    expect(told).to.deep.equal(['error']);
    await store.refresh();
    expect(titles(store)).to.deep.equal(['Room 1']);
  });

  it('keeps its rooms during a refresh, and when that fails', async () => {
    const service = withRooms(1);
    const { store } = bench(service);
    await store.load({});
    service.failNext('listRooms', failure);
    const refreshing = store.refresh();
    expect(ready(store)).to.include({ refreshing: true });
    expect(await reasonOf(refreshing)).to.equal('network');
    expect(ready(store)).to.include({ refreshing: false, stale: failure });
    expect(titles(store)).to.deep.equal(['Room 1']);
    await store.refresh();
    expect(ready(store).stale).to.equal(undefined);
  });

  it('lets only the newest query count, and aborts the one before', async () => {
    const service = withRooms(12);
    const release = service.hold('listRooms');
    const { store, told } = bench(service);
    const older = reasonOf(store.load({ keyword: 'Room 1' }));
    release();
    const newer = store.load({ keyword: 'Room 2' });
    expect(await older).to.equal('aborted');
    await newer;
    expect(titles(store)).to.deep.equal(['Room 2']);
    expect(told).to.deep.equal(['load']);
  });

  it('lets only the newest query count when the service does not care for signals', async () => {
    const service = withRooms(12);
    const answers: (() => void)[] = [];
    const deaf = listing(async (query) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return service.listRooms(query);
    });
    const { store } = bench(deaf);
    const older = reasonOf(store.load({ keyword: 'Room 1' }));
    const newer = store.load({ keyword: 'Room 2' });
    answers[1]!();
    await newer;
    answers[0]!();
    expect(await older).to.equal('aborted');
    expect(titles(store)).to.deep.equal(['Room 2']);
  });

  it('shows the last page when the one asked for is beyond it', async () => {
    const { store } = bench(withRooms(5));
    await store.load({ page: 9, pageSize: 2 });
    expect(ready(store)).to.include({ page: 2, totalPages: 3, total: 5 });
    expect(titles(store)).to.deep.equal(['Room 1']);
  });

  it('is on the first page when there is none', async () => {
    const { store } = bench(withRooms(0));
    await store.load({ page: 3 });
    expect(ready(store)).to.include({ page: 0, totalPages: 0, total: 0 });
  });

  it('goes to another page of the same query', async () => {
    const { store } = bench(withRooms(5));
    await store.load({ pageSize: 2, sortBy: 'CREATED_AT_ASC' });
    await store.goToPage(1);
    expect(titles(store)).to.deep.equal(['Room 3', 'Room 4']);
  });

  it('calls an answer that is no page of rooms invalid', async () => {
    for (const answer of [undefined, null, 'rooms', {}, { content: 'rooms' }]) {
      const { store } = bench(listing(() => Promise.resolve(answer)));
      expect(await reasonOf(store.load({}))).to.equal('invalid-response');
    }
  });

  it('counts the rooms of a page that does not say how many there are', async () => {
    const content = withRooms(2).rooms;
    const { store } = bench(listing(() => Promise.resolve({ content })));
    await store.load({});
    expect(ready(store).total).to.equal(2);
  });

  it('turns exceptions of a service, and services that cannot load, into errors', async () => {
    const throwing = listing(() => {
      throw new TypeError('a bug');
    });
    expect(await reasonOf(bench(throwing).store.load({}))).to.equal('unknown');
    const store = createRoomListStore({
      get rooms(): RoomsApi {
        throw failure;
      },
    });
    expect(await reasonOf(store.load({}))).to.equal('network');
  });

  it('shows a failure of the page’s own set-up', () => {
    const { store, told } = bench(withRooms(1));
    store.fail(failure);
    expect(store.phase.getSnapshot()).to.deep.equal({ state: 'failed', error: failure });
    expect(told).to.deep.equal(['error']);
  });

  it('starts with the content of an earlier store', () => {
    const content = { rooms: withRooms(1).rooms, page: 2, pageSize: 1, totalPages: 3, total: 3 };
    const store = createRoomListStore({ rooms: withRooms(1) }, { content });
    expect(titles(store)).to.deep.equal(['Room 1']);
    expect(ready(store)).to.include({ page: 2, refreshing: false });
  });

  it('aborts all calls when it is disposed of, and tells nobody of that', async () => {
    const service = withRooms(2);
    const { store, told } = bench(service);
    await store.load({});
    const room = ready(store).rooms[0]!;
    const releases = (['listRooms', 'createRoom', 'deleteRoom'] as const).map((method) =>
      service.hold(method),
    );
    const calls = [
      store.refresh(),
      store.create({ type: 'VIDEO_CONFERENCE' }),
      store.delete(room),
    ].map(reasonOf);
    store.dispose();
    store.dispose();
    expect(await Promise.all(calls)).to.deep.equal(['aborted', 'aborted', 'aborted']);
    expect(await reasonOf(store.refresh())).to.equal('aborted');
    expect(told).to.deep.equal(['load']);
    for (const release of releases) release();
  });
});
