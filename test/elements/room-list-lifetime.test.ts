import { expect } from '@open-wc/testing';
import type { CallOptions, PushEvent, PushSource, RoomQuery } from '../../src/api/types.js';
import type { MockService } from '../../src/mock/service.js';
import { eventually, nextEvent, nextMacrotask } from '../support/element-suite.js';
import {
  createList,
  failure,
  openList,
  part,
  rows,
  serviceWith,
  show,
  text,
  titles,
  type,
} from '../support/list-bench.js';

/** Collects the abort signals of the service's list calls. */
function signalsOf(service: MockService): AbortSignal[] {
  const signals: AbortSignal[] = [];
  const original = service.listRooms.bind(service);
  service.listRooms = (query?: RoomQuery, options?: CallOptions) => {
    if (options?.signal) signals.push(options.signal);
    return original(query, options);
  };
  return signals;
}

describe('<ffc-room-list> lifetime', () => {
  it('asks once, however much is set before it is connected', async () => {
    const service = serviceWith(3);
    await openList({ service, properties: { keyword: 'Room', page: 1, roomState: 'live' } });
    expect(service.calls).to.deep.equal({ listRooms: 1 });
  });

  it('ends its call when it is removed in mid-load, and tells nobody of that', async () => {
    const service = serviceWith(3);
    const signals = signalsOf(service);
    service.hold('listRooms');
    const { list } = createList({ service });
    let errors = 0;
    list.addEventListener('ffc-error', () => errors++);
    await list.updateComplete;
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([false]);
    list.remove();
    await nextMacrotask();
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
    expect(errors).to.equal(0);
  });

  it('shows the service’s events about a room, until it is removed', async () => {
    const handlers = new Set<(event: PushEvent) => void>();
    const push: PushSource = {
      subscribe: (handler, { signal }) => {
        handlers.add(handler);
        signal.addEventListener('abort', () => handlers.delete(handler));
      },
    };
    const rooms = serviceWith(1, { videoRoomState: 'LIVE' });
    const bench = await openList({ properties: { services: { rooms, push } } });
    expect(text(part(bench, 'badge'))).to.equal('Live');
    for (const tell of handlers) {
      tell({ type: 'room-change', roomId: 1, videoRoomState: 'ENDED' });
    }
    await bench.list.updateComplete;
    expect(text(part(bench, 'badge'))).to.equal('Ended');
    expect(rooms.calls.listRooms).to.equal(1);
    bench.list.remove();
    await nextMacrotask();
    expect(handlers.size).to.equal(0);
  });

  it('drops a search that has not begun when it is removed', async () => {
    const bench = await openList({ service: serviceWith(3) });
    type(bench, 'Room 3');
    bench.list.remove();
    // This timer runs after the search's timer would have run.
    await nextMacrotask();
    expect(bench.list.keyword).to.equal('');
    expect(bench.service.calls.listRooms).to.equal(1);
  });

  it('shows its old rooms when it returns to the page, and loads them again', async () => {
    const service = serviceWith(3);
    const bench = await openList({ service });
    bench.list.remove();
    await nextMacrotask();
    const release = service.hold('listRooms');
    service.putRoom({ ...service.rooms[0]!, title: 'Renamed' });
    document.body.append(bench.list);
    await bench.list.updateComplete;
    expect(part(bench, 'skeleton')).to.be.null;
    expect(titles(bench)).to.deep.equal(['Room 3', 'Room 2', 'Room 1']);
    release();
    await eventually(bench.list, () => titles(bench).includes('Renamed'));
  });

  it('goes on when it is moved within the page', async () => {
    const service = serviceWith(3);
    const bench = await openList({ service });
    show(document.createElement('section')).append(bench.list);
    await nextMacrotask();
    await bench.list.updateComplete;
    expect(service.calls.listRooms).to.equal(1);
    expect(rows(bench)).to.have.length(3);
  });

  it('goes on with a load when it is moved in mid-load', async () => {
    const service = serviceWith(3);
    const release = service.hold('listRooms');
    const bench = createList({ service });
    await bench.list.updateComplete;
    show(document.createElement('section')).append(bench.list);
    release();
    await eventually(bench.list, () => part(bench, 'list'));
    expect(service.calls.listRooms).to.equal(1);
  });

  it('asks 50 times, and not once more, when it comes and goes 50 times', async () => {
    const service = serviceWith(3);
    const signals = signalsOf(service);
    const bench = await openList({ service });
    for (let round = 0; round < 50; round++) {
      bench.list.remove();
      await nextMacrotask();
      document.body.append(bench.list);
      await bench.list.updateComplete;
    }
    await eventually(bench.list, () => part(bench, 'content')?.ariaBusy === 'false');
    expect(signals).to.have.length(51);
    window.dispatchEvent(new Event('online'));
    await nextEvent(bench.list, 'ffc-rooms-load');
    expect(signals, 'one listener is left').to.have.length(52);
  });

  it('loads again when the network is back', async () => {
    const service = serviceWith(3);
    service.failNext('listRooms', failure('network'));
    const bench = createList({ service });
    await eventually(bench.list, () => part(bench, 'blank'));
    window.dispatchEvent(new Event('online'));
    await eventually(bench.list, () => part(bench, 'list'));
    bench.list.remove();
    await nextMacrotask();
    window.dispatchEvent(new Event('online'));
    expect(service.calls.listRooms).to.equal(2);
  });

  it('shows no answer of the old service once it has another one', async () => {
    const bench = await openList({ service: serviceWith(3) });
    const other = serviceWith(1, { title: 'Other' });
    other.hold('listRooms');
    bench.list.services = { rooms: other };
    await bench.list.updateComplete;
    expect(part(bench, 'skeleton')).to.exist;
    expect(bench.list.rooms).to.deep.equal([]);
  });

  it('shows no answer of the old service when it got another one while off the page', async () => {
    const bench = await openList({ service: serviceWith(3) });
    bench.list.remove();
    await nextMacrotask();
    bench.list.services = { rooms: serviceWith(1, { title: 'Other' }) };
    await bench.list.updateComplete;
    document.body.append(bench.list);
    await eventually(bench.list, () => titles(bench)[0] === 'Other');
  });

  it('does not start again for a new token provider, which frameworks create all the time', async () => {
    const rooms = serviceWith(3);
    const bench = await openList({
      properties: { services: undefined, roomsApi: rooms, tokenProvider: () => 'one' },
    });
    bench.list.tokenProvider = () => 'two';
    await bench.list.updateComplete;
    expect(rooms.calls.listRooms).to.equal(1);
    await bench.list.refresh();
    expect(rooms.calls.listRooms).to.equal(2);
  });

  it('is independent of another list on the page', async () => {
    const one = await openList({ service: serviceWith(3) });
    const two = await openList({ service: serviceWith(30), properties: { lang: 'ko' } });
    await two.list.goToPage(2);
    type(one, 'Room 3');
    await nextEvent(one.list, 'ffc-rooms-load');
    await one.list.updateComplete;
    expect(titles(one)).to.deep.equal(['Room 3']);
    expect(rows(two)).to.have.length(12);
    expect(two.list).to.include({ page: 2, keyword: '' });
  });
});
