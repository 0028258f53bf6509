import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Page, RoomQuery, VideoRoom } from '../../src/api/types.js';
import type { MockService } from '../../src/mock/service.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import {
  failure,
  openList,
  part,
  rows,
  serviceWith,
  text,
  titles,
  type,
} from '../support/list-bench.js';

/** Records the queries that a service receives. */
function overhear(service: MockService): RoomQuery[] {
  const queries: RoomQuery[] = [];
  const original = service.listRooms.bind(service);
  service.listRooms = (query, options): Promise<Page<VideoRoom>> => {
    queries.push(query ?? {});
    return original(query, options);
  };
  return queries;
}

const select = (root: ShadowRoot, label: string): HTMLSelectElement =>
  root.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)!;

function choose(field: HTMLSelectElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('<ffc-room-list> search', () => {
  it('sends one request for a typed word, not one for every letter', async () => {
    const service = serviceWith(12);
    const bench = await openList({ service });
    const queries = overhear(service);
    type(bench, 'Room 3');
    await nextEvent(bench.list, 'ffc-rooms-load');
    expect(queries.map(({ keyword }) => keyword)).to.deep.equal(['Room 3']);
    await bench.list.updateComplete;
    expect(titles(bench)).to.deep.equal(['Room 3']);
    expect(bench.list.keyword).to.equal('Room 3');
  });

  it('does not wait for the Enter key', async () => {
    const bench = await openList({
      service: serviceWith(12),
      properties: { searchDelay: 1_000_000 },
    });
    part(bench, 'search')!.focus();
    await sendKeys({ type: 'Room 3' });
    const loaded = nextEvent(bench.list, 'ffc-rooms-load');
    await sendKeys({ press: 'Enter' });
    expect((await loaded).rooms.map(({ title }) => title)).to.deep.equal(['Room 3']);
  });

  it('shows only the results of the newest search', async () => {
    const service = serviceWith(12);
    const bench = await openList({ service });
    const release = service.hold('listRooms');
    bench.list.keyword = 'Room 1';
    await bench.list.updateComplete;
    release();
    bench.list.keyword = 'Room 2';
    const { rooms } = await nextEvent(bench.list, 'ffc-rooms-load');
    expect(rooms.map(({ title }) => title)).to.deep.equal(['Room 2']);
  });

  it('starts on the first page', async () => {
    const bench = await openList({ service: serviceWith(30), properties: { page: 3 } });
    type(bench, 'Room');
    expect(await nextEvent(bench.list, 'ffc-rooms-load')).to.include({ page: 1, total: 30 });
    expect(bench.list.page).to.equal(1);
  });

  it('is not repeated when the field loses the focus', async () => {
    const service = serviceWith(30);
    const bench = await openList({ service, properties: { keyword: 'Room', page: 2 } });
    const queries = overhear(service);
    part(bench, 'search')!.dispatchEvent(new Event('change', { bubbles: true }));
    await bench.list.updateComplete;
    expect(queries).to.deep.equal([]);
    expect(bench.list.page).to.equal(2);
  });

  it('leaves out blanks around the words', async () => {
    const service = serviceWith(3);
    const queries = overhear(service);
    await openList({ service, properties: { keyword: '  Room 3 ' } });
    expect(queries[0]!.keyword).to.equal('Room 3');
  });
});

describe('<ffc-room-list> filter and order', () => {
  it('asks for the state that was chosen', async () => {
    const bench = await openList();
    choose(select(bench.root, 'Status'), 'ENDED');
    const { rooms } = await nextEvent(bench.list, 'ffc-rooms-load');
    expect(rooms.map(({ videoRoomState }) => videoRoomState)).to.deep.equal(['ENDED']);
    expect(bench.list.roomState).to.equal('ENDED');
  });

  it('asks for the order that was chosen', async () => {
    const bench = await openList({ service: serviceWith(3) });
    choose(select(bench.root, 'Sort by'), 'CREATED_AT_ASC');
    await nextEvent(bench.list, 'ffc-rooms-load');
    await bench.list.updateComplete;
    expect(titles(bench)).to.deep.equal(['Room 1', 'Room 2', 'Room 3']);
  });

  it('takes attributes in HTML’s spelling and in the service’s own', async () => {
    const service = serviceWith(1);
    const queries = overhear(service);
    const { list, root } = await openList({
      service,
      properties: { roomState: 'live', type: 'video-conference', sort: 'last-modified-at-asc' },
    });
    const expected = {
      videoRoomState: 'LIVE',
      type: 'VIDEO_CONFERENCE',
      sortBy: 'LAST_MODIFIED_AT_ASC',
      page: 0,
      pageSize: 12,
    };
    expect(queries).to.deep.equal([expected]);
    expect(select(root, 'Status').value).to.equal('LIVE');
    expect(select(root, 'Sort by').value).to.equal('LAST_MODIFIED_AT_ASC');
    Object.assign(list, { roomState: 'LIVE', type: 'VIDEO_CONFERENCE' });
    await list.updateComplete;
    expect(queries).to.have.length(1);
  });

  it('offers also a state that only the page’s author asks for', async () => {
    const { root } = await openList({ properties: { roomState: 'cancelled' } });
    expect(text(select(root, 'Status').selectedOptions[0])).to.equal('Cancelled');
  });

  it('asks once when several attributes change together', async () => {
    const service = serviceWith(30);
    const bench = await openList({ service });
    const queries = overhear(service);
    Object.assign(bench.list, { keyword: 'Room', sort: 'created-at-asc', pageSize: 5, page: 2 });
    await nextEvent(bench.list, 'ffc-rooms-load');
    expect(queries).to.have.length(1);
    expect(queries[0]).to.include({ keyword: 'Room', pageSize: 5, page: 1 });
  });
});

describe('the live rooms of <ffc-room-list>', () => {
  it('come first, and those of other pages come to the first one', async () => {
    const service = serviceWith(4, { videoRoomState: 'LIVE_INACTIVE' });
    for (const index of [0, 2]) {
      service.putRoom({ ...service.rooms[index]!, videoRoomState: 'LIVE' });
    }
    const bench = await openList({ service, properties: { pageSize: 2 } });
    await eventually(bench.list, () => titles(bench).length === 3);
    expect(titles(bench)).to.deep.equal(['Room 3', 'Room 1', 'Room 4']);
    expect(bench.list.rooms.map(({ id }) => id)).to.deep.equal([3, 1, 4]);
    await bench.list.refresh();
    expect(bench.list.rooms.map(({ id }) => id)).to.deep.equal([3, 1, 4]);
  });
});

describe('<ffc-room-list> pages', () => {
  const pager = (root: ShadowRoot): HTMLButtonElement[] => [
    ...root.querySelectorAll<HTMLButtonElement>('[part=page-button]'),
  ];

  it('shows none for one page', async () => {
    expect(part(await openList({ service: serviceWith(12) }), 'pager')).to.be.null;
  });

  it('goes forth and back, and stays at the ends', async () => {
    const bench = await openList({ service: serviceWith(5), properties: { pageSize: 2 } });
    const [previous, next] = pager(bench.root) as [HTMLButtonElement, HTMLButtonElement];
    expect(text(part(bench, 'page'))).to.equal('1 / 3');
    expect(part(bench, 'pager')).to.have.attribute('aria-label', 'Rooms: Page 1 of 3');
    await expect(bench.list).to.be.accessible();
    expect(previous).to.have.attribute('aria-disabled', 'true');
    previous.click();
    expect(bench.list.page).to.equal(1);

    next.focus();
    for (const page of [2, 3]) {
      next.click();
      expect((await nextEvent(bench.list, 'ffc-rooms-load')).page).to.equal(page);
      await bench.list.updateComplete;
    }
    expect(titles(bench)).to.deep.equal(['Room 1']);
    expect(next).to.have.attribute('aria-disabled', 'true');
    expect(bench.root.activeElement, 'the focus stays').to.equal(next);
    next.click();
    expect(bench.list.page).to.equal(3);

    previous.click();
    expect((await nextEvent(bench.list, 'ffc-rooms-load')).page).to.equal(2);
  });

  it('fits into one line of 320 px in Korean, and has the name of its list', async () => {
    const bench = await openList({
      service: serviceWith(5),
      properties: { pageSize: 2, lang: 'ko', ariaLabel: '내 비디오룸' },
    });
    bench.list.style.inlineSize = '320px';
    await eventually(bench.list, () => pager(bench.root)[1]?.ariaLabel === '다음');
    const nav = part(bench, 'pager')!;
    expect(nav).to.have.attribute('aria-label', '내 비디오룸: 3페이지 중 1페이지');
    const middles = [...nav.querySelectorAll('button, [part=page]')].map((child) => {
      const { top, bottom } = child.getBoundingClientRect();
      return Math.round((top + bottom) / 2);
    });
    expect(new Set(middles).size, String(middles)).to.equal(1);
  });

  it('goes to a page by its method, which resolves when the page is shown', async () => {
    const service = serviceWith(5);
    const bench = await openList({ service, properties: { pageSize: 2 } });
    const queries = overhear(service);
    await bench.list.goToPage(2);
    expect(bench.list.rooms.map(({ title }) => title)).to.deep.equal(['Room 3', 'Room 2']);
    expect(queries, 'one call').to.have.length(1);
  });

  it('shows the last page when asked for one beyond it, and asks no more', async () => {
    const service = serviceWith(5);
    const bench = await openList({ service, properties: { pageSize: 2 } });
    await bench.list.goToPage(99);
    await bench.list.updateComplete;
    expect(bench.list.page).to.equal(3);
    expect(text(part(bench, 'page'))).to.equal('3 / 3');
    const queries = overhear(service);
    bench.list.requestUpdate();
    await bench.list.updateComplete;
    expect(queries).to.deep.equal([]);
  });

  it('treats an invalid page as the first one', async () => {
    for (const page of [0, -3, Number.NaN, 1.5]) {
      const service = serviceWith(5);
      const queries = overhear(service);
      await openList({ service, properties: { page, pageSize: 2 } });
      expect(queries[0]!.page).to.equal(0);
    }
  });

  it('rejects with the reason when the page cannot be had', async () => {
    const bench = await openList({ service: serviceWith(5), properties: { pageSize: 2 } });
    bench.service.failNext('listRooms', failure('rate-limited'));
    const error: unknown = await bench.list.goToPage(2).catch((reason: unknown) => reason);
    expect(error).to.include({ name: 'FfcError', reason: 'rate-limited' });
    expect(rows(bench)).to.have.length(2);
  });

  it('rejects the older of two calls', async () => {
    const bench = await openList({ service: serviceWith(5), properties: { pageSize: 2 } });
    const release = bench.service.hold('listRooms');
    const older = bench.list.refresh().catch((error: unknown) => error);
    await bench.list.updateComplete;
    const newer = bench.list.goToPage(2);
    expect(await older).to.include({ name: 'FfcError', reason: 'aborted' });
    release();
    await newer;
    expect(bench.list.page).to.equal(2);
  });

  it('rejects when it is not on a page', async () => {
    const list = document.createElement('ffc-room-list');
    const error: unknown = await list.refresh().catch((reason: unknown) => reason);
    expect(error).to.include({ name: 'FfcError', reason: 'invalid-state' });
  });

  it('keeps the focus with its room when rooms move', async () => {
    const service = serviceWith(3);
    const bench = await openList({ service });
    const second = rows(bench)[1]!.querySelector<HTMLButtonElement>('[name=delete]')!;
    second.focus();
    expect(second).to.have.attribute('aria-label', 'Delete “Room 2”');
    service.putRoom({ ...bench.list.rooms[0]!, id: 9, createdAt: new Date().toISOString() });
    await bench.list.refresh();
    await bench.list.updateComplete;
    expect(rows(bench)).to.have.length(4);
    expect(bench.root.activeElement).to.have.attribute('aria-label', 'Delete “Room 2”');
  });

  it('tells screen readers how many rooms there are', async () => {
    const bench = await openList({ service: serviceWith(12) });
    const status = bench.root.querySelector('[role=status]')!;
    type(bench, 'Room 3');
    await eventually(bench.list, () => text(status) === '1 room');
  });
});
