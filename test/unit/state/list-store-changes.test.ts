import { expect } from '@open-wc/testing';
import { bench, failure, ready, reasonOf, titles, withRooms } from './list-support.js';

describe('the list store', () => {
  describe('creating', () => {
    it('shows the new room, and loads the first page', async () => {
      const service = withRooms(5);
      const { store, told } = bench(service);
      await store.load({ page: 1, pageSize: 2 });
      const loaded = new Promise((resolve) => store.on('load', resolve));
      const room = await store.create({ type: 'VIDEO_CONFERENCE', title: 'Mine' });
      expect(room.title).to.equal('Mine');
      expect(titles(store)[0]).to.equal('Mine');
      await loaded;
      expect(ready(store).page).to.equal(0);
      expect(told).to.deep.equal(['load', 'created', 'load']);
    });

    it('shows the new room also where the filter leaves it out', async () => {
      const { store } = bench(withRooms(5));
      await store.load({ keyword: 'Room 3' });
      const loaded = new Promise((resolve) => store.on('load', resolve));
      await store.create({ type: 'VIDEO_CONFERENCE', title: 'Mine' });
      await loaded;
      expect(titles(store)).to.deep.equal(['Mine', 'Room 3']);
      await store.refresh();
      expect(titles(store)).to.deep.equal(['Room 3']);
    });

    it('changes nothing when it fails', async () => {
      const service = withRooms(1);
      const { store, told } = bench(service);
      await store.load({});
      service.failNext('createRoom', failure);
      expect(await reasonOf(store.create({ type: 'VIDEO_CONFERENCE' }))).to.equal('network');
      expect(titles(store)).to.deep.equal(['Room 1']);
      expect(told).to.deep.equal(['load', 'error']);
    });
  });

  describe('changing', () => {
    it('shows the room as the service answers it, and as pending until then', async () => {
      const service = withRooms(2);
      const { store, told } = bench(service);
      await store.load({});
      const [room] = ready(store).rooms;
      const updating = store.update(room!, { title: 'Renamed' });
      expect(store.pending.getSnapshot()).to.deep.equal([2]);
      expect(titles(store)).to.deep.equal(['Room 2', 'Room 1']);
      await updating;
      expect(store.pending.getSnapshot()).to.deep.equal([]);
      expect(titles(store)).to.deep.equal(['Renamed', 'Room 1']);
      expect(told).to.deep.equal(['load', 'updated']);
    });
  });

  describe('deleting', () => {
    it('takes the room away once the service has, and fills the page up', async () => {
      const { store, told } = bench(withRooms(3));
      await store.load({ pageSize: 2 });
      const loaded = new Promise((resolve) => store.on('load', resolve));
      const deleting = store.delete(ready(store).rooms[0]!);
      expect(store.pending.getSnapshot()).to.deep.equal([3]);
      expect(titles(store)).to.deep.equal(['Room 3', 'Room 2']);
      await deleting;
      expect(store.pending.getSnapshot()).to.deep.equal([]);
      expect(titles(store)).to.deep.equal(['Room 2']);
      expect(ready(store).total).to.equal(2);
      await loaded;
      expect(titles(store)).to.deep.equal(['Room 2', 'Room 1']);
      expect(told).to.deep.equal(['load', 'deleted', 'load']);
    });

    it('goes to the page before when the last one is empty now', async () => {
      const { store } = bench(withRooms(3));
      await store.load({ page: 1, pageSize: 2 });
      const loaded = new Promise((resolve) => store.on('load', resolve));
      await store.delete(ready(store).rooms[0]!);
      await loaded;
      expect(ready(store)).to.include({ page: 0, totalPages: 1 });
    });

    it('counts as done when the room is gone already', async () => {
      const service = withRooms(2);
      const { store, told } = bench(service);
      await store.load({});
      const room = ready(store).rooms[0]!;
      await service.deleteRoom(room.id);
      await store.delete(room);
      expect(titles(store)).to.deep.equal(['Room 1']);
      expect(told.slice(0, 2)).to.deep.equal(['load', 'deleted']);
    });

    it('leaves the room when it fails', async () => {
      const service = withRooms(1);
      const { store, told } = bench(service);
      await store.load({});
      service.failNext('deleteRoom', failure);
      expect(await reasonOf(store.delete(ready(store).rooms[0]!))).to.equal('network');
      expect(titles(store)).to.deep.equal(['Room 1']);
      expect(store.pending.getSnapshot()).to.deep.equal([]);
      expect(told).to.deep.equal(['load', 'error']);
    });
  });
});
