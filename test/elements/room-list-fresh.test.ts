import { expect, waitUntil } from '@open-wc/testing';
import { nextEvent, nextMacrotask, eventually } from '../support/element-suite.js';
import {
  dialogOf,
  failure,
  type ListBench,
  openList,
  part,
  press,
  rows,
  serviceWith,
  titles,
} from '../support/list-bench.js';
import { joinRoom } from '../support/room-bench.js';

/** Makes the page hidden or visible, and dispatches the browser's event for it. */
function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}
/** A list that refreshes itself from now on. */
async function openFresh(options: Parameters<typeof openList>[0] = {}): Promise<ListBench> {
  const bench = await openList({ service: serviceWith(2), ...options });
  // The code that refreshes the list loads after its rooms.
  await import('../../src/elements/room-list/later.js');
  await nextMacrotask();
  return bench;
}

/** Resolves when the intersection observer has reported which elements are on the screen. */
const observed = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });

describe('<ffc-room-list> keeps fresh', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
  });

  it('when the page is seen again, without a sign that it loads', async () => {
    const bench = await openFresh();
    const release = bench.service.hold('listRooms');
    setHidden(true);
    bench.service.putRoom({ ...bench.service.rooms[0]!, title: 'Renamed' });
    setHidden(false);
    await waitUntil(() => bench.service.calls.listRooms === 2, undefined, { timeout: 4000 });
    await bench.list.updateComplete;
    expect(part(bench, 'content')).to.have.attribute('aria-busy', 'false');
    expect(part(bench, 'skeleton')).to.be.null;
    release();
    await eventually(bench.list, () => titles(bench).includes('Renamed'));
  });

  it('when it is seen again, and once for all that happened', async () => {
    const bench = await openFresh();
    await observed();
    bench.list.style.display = 'none';
    await observed();
    expect(bench.service.calls.listRooms).to.equal(1);
    const loaded = nextEvent(bench.list, 'ffc-rooms-load');
    bench.list.style.display = '';
    await loaded;
    setHidden(true);
    setHidden(false);
    await observed();
    expect(bench.service.calls.listRooms).to.equal(2);
  });

  it('when a call of the page begins', async () => {
    const { service } = await openFresh();
    await joinRoom();
    await waitUntil(() => service.calls.listRooms === 2, undefined, { timeout: 4000 });
  });

  it('when a call of the page ends', async () => {
    const { room } = await joinRoom();
    const { service } = await openFresh();
    await room.leave();
    await waitUntil(() => service.calls.listRooms === 2, undefined, { timeout: 4000 });
  });

  it('does not load while the page is hidden, nor after it has gone', async () => {
    const bench = await openFresh();
    setHidden(true);
    await nextMacrotask();
    bench.list.remove();
    await nextMacrotask();
    setHidden(false);
    await observed();
    expect(bench.service.calls.listRooms).to.equal(1);
  });

  it('stays as it is when that fails', async () => {
    const bench = await openFresh();
    const errors: Event[] = [];
    bench.list.addEventListener('ffc-error', (event) => errors.push(event));
    bench.service.failNext('listRooms', failure('server-error'));
    setHidden(true);
    setHidden(false);
    await waitUntil(() => bench.service.calls.listRooms === 2, undefined, { timeout: 4000 });
    await nextMacrotask();
    await bench.list.updateComplete;
    expect(titles(bench)).to.deep.equal(['Room 2', 'Room 1']);
    expect(part(bench, 'note')).to.be.null;
    expect(errors).to.be.empty;
  });

  it('leaves the focus with its room, and a dialog open', async () => {
    const bench = await openFresh();
    rows(bench)[0]!.querySelector<HTMLElement>('[name=edit]')!.focus();
    const { service } = bench;
    service.putRoom({ ...service.rooms[0]!, id: 3, title: 'Room 3', createdAt: '2031-01-01' });
    setHidden(true);
    setHidden(false);
    await eventually(bench.list, () => titles(bench)[0] === 'Room 3');
    expect(bench.root.activeElement).to.have.attribute('aria-label', 'Edit “Room 2”');
    press(rows(bench)[0], 'edit');
    const dialog = await dialogOf(bench);
    await bench.list.refresh();
    expect(dialog.open).to.be.true;
  });

  it('gives the focus to the list when the focused room is gone', async () => {
    const bench = await openFresh();
    rows(bench)[1]!.querySelector<HTMLElement>('[name=pick]')!.focus();
    await bench.service.deleteRoom(1);
    setHidden(true);
    setHidden(false);
    await eventually(bench.list, () => titles(bench).length === 1);
    expect(bench.root.activeElement === part(bench, 'content')).to.equal(true);
  });
});
