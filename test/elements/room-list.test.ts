import { expect } from '@open-wc/testing';
import { createMockService, type MockService } from '../../src/mock/service.js';
import { eventually, nextEvent, runElementBaseTests } from '../support/element-suite.js';
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
} from '../support/list-bench.js';

describe('<ffc-room-list>', () => {
  runElementBaseTests('ffc-room-list', async () => {
    const { list } = await openList({ service: serviceWith(30) });
    return { element: list };
  });

  it('shows the shape of rooms while it loads', async () => {
    const service = createMockService();
    const release = service.hold('listRooms');
    const bench = createList({ service });
    await bench.list.updateComplete;
    expect(part(bench, 'skeleton')).to.have.attribute('aria-hidden', 'true');
    expect(text(bench.root.querySelector('[role=status]'))).to.equal('Loading rooms…');
    await expect(bench.list).to.be.accessible();
    release();
    await eventually(bench.list, () => part(bench, 'list'));
    expect(part(bench, 'skeleton')).to.be.null;
    expect(text(bench.root.querySelector('[role=status]'))).to.equal('6 rooms');
  });

  it('emits the shown content to the page', async () => {
    const { list } = createList({ service: serviceWith(3), properties: { pageSize: 2 } });
    const event = await nextEvent(document, 'ffc-rooms-load');
    expect(event.target).to.equal(list);
    expect(event).to.include({ bubbles: true, composed: true, page: 1, total: 3 });
    expect(event.rooms.map(({ title }) => title)).to.deep.equal(['Room 3', 'Room 2']);
    expect(list.rooms).to.equal(event.rooms);
  });

  it('invites to create the first room', async () => {
    const bench = await openList({ service: serviceWith(0) });
    expect(text(part(bench, 'blank-title'))).to.equal('No rooms yet');
    expect(part(bench, 'blank')!.querySelector('[part=create-button]')).to.exist;
    expect(bench.list.rooms).to.deep.equal([]);
    await expect(bench.list).to.be.accessible();
  });

  it('tells apart that nothing was found, and lets the search be cleared', async () => {
    const bench = await openList({ properties: { keyword: 'zzz', roomState: 'live' } });
    expect(text(part(bench, 'blank-title'))).to.equal('No rooms found');
    await expect(bench.list).to.be.accessible();
    part(bench, 'blank')!.querySelector('button')!.click();
    await eventually(bench.list, () => part(bench, 'list'));
    expect(rows(bench)).to.have.length(6);
    expect(bench.list).to.include({ keyword: '', roomState: '' });
    expect(bench.root.activeElement === part(bench, 'search')).to.equal(true);
  });

  it('names its landmarks, so that several lists on a page can be told apart', async () => {
    const page = show(document.createElement('div'));
    const bench = await openList();
    const own = await openList({ properties: { messages: { heading: 'My rooms' } } });
    const archive = await openList({ properties: { ariaLabel: 'Archive' } });
    const benches = [bench, own, archive];
    page.append(...benches.map(({ list }) => list));
    for (const { list } of benches) await list.updateComplete;
    const names = benches.map(({ root }) =>
      [...root.querySelectorAll('[role=search], section')].map((it) =>
        it.getAttribute('aria-label'),
      ),
    );
    expect(names).to.deep.equal(['Rooms', 'My rooms', 'Archive'].map((name) => [name, name]));
    await expect(page).to.be.accessible();
  });

  it('shows a failure, and tries again', async () => {
    const service = createMockService();
    service.failNext('listRooms', failure('network'));
    const bench = createList({ service });
    const { error } = await nextEvent(bench.list, 'ffc-error');
    expect(error.reason).to.equal('network');
    const blank = await eventually(bench.list, () => part(bench, 'blank'));
    expect(text(part(bench, 'blank-title'))).to.equal('Can’t reach the service');
    expect(blank.closest('[role=alert]')).to.exist;
    await expect(bench.list).to.be.accessible();
    blank.querySelector('button')!.click();
    await eventually(bench.list, () => part(bench, 'list'));
  });

  it('keeps the rooms when a refresh fails, and says that they may be old', async () => {
    const bench = await openList();
    bench.service.failNext('listRooms', failure('server-error'));
    const refused = await bench.list.refresh().catch((error: unknown) => error);
    expect(refused).to.have.property('reason', 'server-error');
    const note = await eventually(bench.list, () => part(bench, 'note'));
    expect(text(note)).to.contain('may be out of date');
    expect(rows(bench)).to.have.length(6);
    await expect(bench.list).to.be.accessible();
    note.querySelector('button')!.click();
    await eventually(bench.list, () => !part(bench, 'note'));
  });

  it('is busy, and still shows its rooms, while it refreshes', async () => {
    const bench = await openList();
    const release = bench.service.hold('listRooms');
    const refreshed = bench.list.refresh();
    const busy = await eventually(bench.list, () => bench.root.querySelector('[aria-busy=true]'));
    expect(busy).to.equal(part(bench, 'content'));
    expect(rows(bench)).to.have.length(6);
    release();
    await refreshed;
    await bench.list.updateComplete;
    expect(part(bench, 'content')).to.have.attribute('aria-busy', 'false');
  });

  it('shows an answer that makes no sense as a failure', async () => {
    const garbage = Object.assign(createMockService(), {
      listRooms: () => Promise.resolve('<html>Not Found</html>'),
    });
    const bench = createList({ service: garbage as unknown as MockService });
    expect((await nextEvent(bench.list, 'ffc-error')).error.reason).to.equal('invalid-response');
    await eventually(bench.list, () => part(bench, 'blank')?.querySelector('button'));
  });

  describe('without a set-up', () => {
    for (const { properties, reason } of [
      { properties: {}, reason: 'missing-endpoint' },
      { properties: { endpoint: 'sandbox' }, reason: 'missing-token-source' },
      { properties: { endpoint: 'nowhere at all' }, reason: 'invalid-endpoint' },
      {
        properties: { endpoint: 'sandbox', tokenUrl: 'https://elsewhere.example/token' },
        reason: 'invalid-token-url',
      },
      { properties: { roomsUrl: 'https://elsewhere.example/r' }, reason: 'invalid-rooms-url' },
    ]) {
      it(`says so: ${reason}`, async () => {
        const bench = createList({ properties: { services: undefined, ...properties } });
        expect((await nextEvent(bench.list, 'ffc-error')).error.reason).to.equal(reason);
        const blank = await eventually(bench.list, () => part(bench, 'blank'));
        expect(text(blank)).to.contain('For the page’s author');
        // Only the author of the page can fix this, so no button would help.
        expect(blank.querySelector('button')).to.be.null;
        await expect(bench.list).to.be.accessible();
      });
    }

    it('needs only `rooms-url`, where the app’s own backend answers for the rooms', async () => {
      const { fetch } = globalThis;
      const asked: string[] = [];
      globalThis.fetch = async (input) => {
        asked.push(input instanceof Request ? input.url : String(input));
        const page = await serviceWith(2).listRooms();
        return new Response(JSON.stringify(page));
      };
      try {
        const list = document.createElement('ffc-room-list');
        list.setAttribute('rooms-url', '/ffc/rooms');
        const bench = { list: show(list), root: list.shadowRoot! };
        await eventually(list, () => part(bench, 'list'));
        expect(titles(bench)).to.deep.equal(['Room 2', 'Room 1']);
        expect(asked.every((url) => url.startsWith(`${location.origin}/ffc/rooms?`))).to.be.true;
      } finally {
        globalThis.fetch = fetch;
      }
    });

    it('starts once the page has set it up', async () => {
      const bench = createList({ properties: { services: undefined } });
      await eventually(bench.list, () => part(bench, 'blank'));
      bench.list.roomsApi = serviceWith(1);
      await eventually(bench.list, () => part(bench, 'list'));
      expect(titles(bench)).to.deep.equal(['Room 1']);
    });
  });

  describe('slots', () => {
    it('lets the page replace the title and the invitation', async () => {
      const bench = await openList({ service: serviceWith(0) });
      for (const slot of ['header', 'empty']) {
        const own = document.createElement('p');
        own.slot = slot;
        own.textContent = `My ${slot}`;
        bench.list.append(own);
        expect(own.assignedSlot).to.have.property('name', slot);
      }
    });
  });

  it('reads its attributes', () => {
    const list = document.createElement('ffc-room-list');
    const attributes = {
      endpoint: 'sandbox',
      'token-url': '/token',
      for: 'room',
      keyword: 'design',
      'room-state': 'live',
      type: 'video-conference',
      sort: 'created-at-asc',
      page: '2',
      'page-size': '5',
      theme: 'dark',
      readonly: '',
    };
    for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
    expect(list).to.include({
      endpoint: 'sandbox',
      tokenUrl: '/token',
      htmlFor: 'room',
      keyword: 'design',
      roomState: 'live',
      type: 'video-conference',
      sort: 'created-at-asc',
      page: 2,
      pageSize: 5,
      theme: 'dark',
      readonly: true,
    });
  });

  it('keep working after attributes are removed', async () => {
    const bench = await openList({ properties: { keyword: 'zzz' } });
    for (const name of ['keyword', 'room-state', 'type', 'sort', 'page', 'page-size']) {
      bench.list.setAttribute(name, name.startsWith('page') ? '1' : 'x');
      bench.list.removeAttribute(name);
    }
    await eventually(bench.list, () => rows(bench).length === 6);
  });

  it('gives way to a page that hides it', async () => {
    const bench = await openList();
    bench.list.hidden = true;
    expect(getComputedStyle(bench.list).display).to.equal('none');
  });

  it('keeps a width of its own in a row that shrinks to its content', async () => {
    const row = show(document.createElement('div'));
    row.style.display = 'inline-flex';
    const bench = await openList();
    row.append(bench.list);
    expect(bench.list.offsetWidth).to.be.at.least(320);
  });
});
