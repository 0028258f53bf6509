import { expect, waitUntil } from '@open-wc/testing';
import type { FfcRoomListElement } from '../../src/elements/room-list/room-list.js';
import type { MockService } from '../../src/mock/service.js';
import { BackOff } from '../../src/elements/room-list/back-off.js';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import { createList, failure, openList, part, serviceWith, titles } from '../support/list-bench.js';

/** Sets a property to a new object of the same content, as frameworks do with every render. */
const anew: Record<string, (list: FfcRoomListElement, rooms: MockService) => void> = {
  tokenProvider: (list) => (list.tokenProvider = () => 'token'),
  roomsApi: (list, rooms) => {
    list.roomsApi = {
      createRoom: (...args) => rooms.createRoom(...args),
      listRooms: (...args) => rooms.listRooms(...args),
      getRoom: (...args) => rooms.getRoom(...args),
      updateRoom: (...args) => rooms.updateRoom(...args),
      deleteRoom: (...args) => rooms.deleteRoom(...args),
    };
  },
  messages: (list) => (list.messages = { heading: 'Rooms' }),
};

/** Renders after each load and each failure, as an app does that keeps both in its state. */
function renderOn(list: FfcRoomListElement, render: () => void): void {
  for (const type of ['ffc-rooms-load', 'ffc-error'] as const) list.addEventListener(type, render);
}

describe('the requests of <ffc-room-list>', () => {
  for (const [name, make] of Object.entries(anew)) {
    it(`are not repeated for another ${name}, made in the handler of a load`, async () => {
      const rooms = serviceWith(2);
      const bench = await openList({
        properties: { services: undefined, roomsApi: rooms, tokenProvider: () => 'first' },
      });
      renderOn(bench.list, () => make(bench.list, rooms));
      await bench.list.refresh();
      await bench.list.updateComplete;
      await nextMacrotask();
      expect(rooms.calls.listRooms).to.equal(2);
    });

    it(`are not repeated for another ${name}, made in the handler of a failure`, async () => {
      const rooms = serviceWith(2);
      const bench = createList({
        properties: { services: undefined, roomsApi: rooms, tokenProvider: () => 'first' },
      });
      let failures = 0;
      renderOn(bench.list, () => {
        failures++;
        make(bench.list, rooms);
        rooms.failNext('listRooms', failure('network'));
      });
      rooms.failNext('listRooms', failure('network'));
      await waitUntil(() => failures === 1, undefined, { timeout: 4000 });
      await bench.list.updateComplete;
      await nextMacrotask();
      expect(failures).to.equal(1);
      // A refresh by hand uses the object that was set last.
      rooms.failNext('listRooms', failure('network'));
      await bench.list.refresh().catch(() => {});
      expect(failures).to.equal(2);
    });
  }

  it('slow down for `services` that are created again with each load', async () => {
    const rooms = serviceWith(2);
    const bench = await openList({ service: rooms });
    let loads = 0;
    renderOn(bench.list, () => {
      loads++;
      bench.list.services = { rooms };
    });
    await bench.list.refresh();
    await waitUntil(() => loads === 2, undefined, { timeout: 4000 });
    for (let tasks = 0; tasks < 20; tasks++) {
      await bench.list.updateComplete;
      await nextMacrotask();
    }
    expect(rooms.calls.listRooms).to.equal(3);
  });

  it('are those of the object that was set last', async () => {
    const bench = await openList({ service: serviceWith(1, { title: 'One' }) });
    const [two, three] = [serviceWith(1, { title: 'Two' }), serviceWith(1, { title: 'Three' })];
    bench.list.services = { rooms: two };
    await eventually(bench.list, () => titles(bench)[0] === 'Two');
    bench.list.services = { rooms: three };
    await eventually(bench.list, () => titles(bench)[0] === 'Three');
    expect(part(bench, 'note')).to.equal(null);
  });
});

describe('a back-off', () => {
  it('doubles the wait up to a minute, and runs the last request', () => {
    let now = 0;
    let waiting: { readonly work: () => void; readonly ms: number } | undefined;
    const backOff = new BackOff({
      now: () => now,
      setTimer: (work, ms) => {
        waiting = { work, ms };
        return () => (waiting = undefined);
      },
    });
    const ran: number[] = [];
    backOff.run(() => ran.push(0));
    expect(ran).to.deep.equal([0]);
    const waits: number[] = [];
    for (let run = 1; run <= 8; run++) {
      backOff.run(() => ran.push(-1));
      backOff.run(() => ran.push(run));
      const { work, ms } = waiting!;
      waits.push(ms);
      now += ms;
      work();
    }
    expect(ran).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(waits).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    now += 200_000;
    backOff.run(() => ran.push(9));
    expect(ran.at(-1)).to.equal(9);
    backOff.run(() => ran.push(10));
    backOff.cancel();
    expect(waiting).to.equal(undefined);
  });
});
