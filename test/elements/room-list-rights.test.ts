import { expect } from '@open-wc/testing';
import type { AppRoomsApi, Member, VideoRoom } from '../../src/api/types.js';
import { createMockService } from '../../src/mock/service.js';
import type { ListServices } from '../../src/state/list-types.js';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import {
  createList,
  failure,
  type ListBench,
  openList,
  part,
  rows,
  serviceWith,
  titles,
} from '../support/list-bench.js';

const mina: Member = {
  id: 1,
  appUserId: 'mina',
  appUserName: 'Mina Kim',
  appUserProfileImgUrl: undefined,
  customType: undefined,
  lang: undefined,
};
const jun: Member = { ...mina, id: 2, appUserId: 'jun', appUserName: 'Jun' };

/** Two rooms of Mina's and one of Jun's. */
function rooms(): readonly VideoRoom[] {
  return serviceWith(3).rooms.map((room) => (room.id === 3 ? { ...room, member: jun } : room));
}

/** Services that return the caller, but know no permissions unless `can` is given. */
function servicesOf(me: () => Promise<Member>, can?: AppRoomsApi['can']) {
  const service = createMockService({ rooms: rooms(), member: mina });
  const api: AppRoomsApi = {
    createRoom: (...args) => service.createRoom(...args),
    listRooms: (...args) => service.listRooms(...args),
    getRoom: (...args) => service.getRoom(...args),
    updateRoom: (...args) => service.updateRoom(...args),
    deleteRoom: (...args) => service.deleteRoom(...args),
    ...(can && { can }),
  };
  const services: ListServices = { rooms: api, member: { me } };
  return { service, services };
}

/** The titles of the rooms that have this button. */
const offered = (bench: ListBench, name: 'edit' | 'delete'): string[] => {
  const all = titles(bench);
  return all.filter((_, index) => rows(bench)[index]!.querySelector(`[name=${name}]`));
};

describe('<ffc-room-list> and the member’s rights', () => {
  it('offers to change and to delete rooms of the member’s own', async () => {
    const { services } = servicesOf(() => Promise.resolve(mina));
    const bench = await openList({ properties: { services } });
    await eventually(bench.list, () => offered(bench, 'edit').length > 0);
    expect(offered(bench, 'edit')).to.deep.equal(['Room 2', 'Room 1']);
    expect(offered(bench, 'delete')).to.deep.equal(['Room 2', 'Room 1']);
    expect(part(bench, 'create-button')).to.exist;
    await expect(bench.list).to.be.accessible();
  });

  it('offers neither while nobody knows who is asking, and asks again with the next load', async () => {
    let isKnown = false;
    const { services } = servicesOf(() =>
      isKnown ? Promise.resolve(jun) : Promise.reject(failure('server-error')),
    );
    const bench = await openList({ properties: { services } });
    await nextMacrotask();
    expect(offered(bench, 'edit')).to.deep.equal([]);
    expect(offered(bench, 'delete')).to.deep.equal([]);
    isKnown = true;
    await bench.list.refresh();
    await eventually(bench.list, () => offered(bench, 'edit').join() === 'Room 3');
  });

  it('asks once who is asking, and not at all when it is read only', async () => {
    let asked = 0;
    const { services } = servicesOf(() => {
      asked++;
      return Promise.resolve(mina);
    });
    const bench = await openList({ properties: { services } });
    await bench.list.refresh();
    await bench.list.refresh();
    expect(asked).to.equal(1);
    await openList({ properties: { services, readonly: true } });
    expect(asked).to.equal(1);
  });

  it('offers nothing for rooms without an owner, nor where services name no member', async () => {
    const { service, services } = servicesOf(() => Promise.resolve(mina));
    service.putRoom({ ...service.rooms[0]!, member: undefined });
    const bench = await openList({ properties: { services } });
    await eventually(bench.list, () => offered(bench, 'edit').join() === 'Room 2');
    const { rooms } = services;
    const nobodys = await openList({ properties: { services: { rooms } } });
    await nextMacrotask();
    expect(offered(nobodys, 'edit')).to.deep.equal([]);
  });

  it('follows the app’s rights for each room', async () => {
    const { services } = servicesOf(
      () => Promise.resolve(mina),
      (permission, room) => {
        if (permission === 'update') return room?.id === 3;
        if (permission === 'delete') return undefined;
        return false;
      },
    );
    const bench = createList({ properties: { services } });
    await bench.list.updateComplete;
    // The button does not even appear before the rooms have loaded.
    expect(part(bench, 'create-button')).to.be.null;
    await eventually(bench.list, () => offered(bench, 'delete').length > 0);
    expect(offered(bench, 'edit')).to.deep.equal(['Room 3']);
    expect(offered(bench, 'delete')).to.deep.equal(['Room 2', 'Room 1']);
    expect(part(bench, 'create-button')).to.be.null;
  });

  it('follows `can()` of `roomsApi` too, and treats an exception as no permission', async () => {
    for (const [can, expected] of [
      [() => true, ['Room 3', 'Room 2', 'Room 1']],
      [
        () => {
          throw new Error('A mistake of the app.');
        },
        [],
      ],
    ] as const) {
      const { services } = servicesOf(() => Promise.resolve(mina), can);
      const properties = { services: undefined, roomsApi: services.rooms };
      const bench = await openList({ properties });
      expect(offered(bench, 'edit')).to.deep.equal(expected);
    }
  });

  it('follows the rights in the answers before the ownership of a room', async () => {
    const { service, services } = servicesOf(() => Promise.resolve(mina));
    const [first, second, third] = service.rooms;
    service.putRoom({ ...first!, can: [] });
    service.putRoom({ ...second!, can: ['delete'] });
    service.putRoom({ ...third!, can: ['update'] });
    const { rooms } = services;
    const gateway: AppRoomsApi = {
      createRoom: rooms.createRoom.bind(rooms),
      getRoom: rooms.getRoom.bind(rooms),
      updateRoom: rooms.updateRoom.bind(rooms),
      deleteRoom: rooms.deleteRoom.bind(rooms),
      listRooms: async (...args) => ({ ...(await rooms.listRooms(...args)), can: [] }),
    };
    const bench = await openList({ properties: { services: { ...services, rooms: gateway } } });
    expect(offered(bench, 'edit')).to.deep.equal(['Room 3']);
    expect(offered(bench, 'delete')).to.deep.equal(['Room 2']);
    expect(part(bench, 'create-button')).to.be.null;
    // The app's own `can()` has precedence over the gateway's.
    const app: AppRoomsApi = { ...gateway, can: (permission) => permission !== 'delete' };
    const other = await openList({ properties: { services: { rooms: app } } });
    expect(offered(other, 'edit')).to.have.length(3);
    expect(offered(other, 'delete')).to.deep.equal([]);
    expect(part(other, 'create-button')).to.exist;
  });

  it('does not invite members without the right to create a first room', async () => {
    const service = createMockService({ rooms: [], can: () => false });
    const bench = await openList({ service });
    expect(part(bench, 'blank')!.querySelector('button')).to.be.null;
  });
});
