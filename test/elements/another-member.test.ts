import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/ffc-room-list.js';
import '../../src/define/ffc-room.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { forgetMember } from '../../src/index.js';
import { memberSessions } from '../../src/services/forget-member.js';
import { nextEvent, nextMacrotask } from '../support/element-suite.js';
import { show } from '../support/list-bench.js';
import { joinRoom } from '../support/room-bench.js';
import { json, pageOf, room } from '../unit/api/support.js';

/** A page whose backend issues tokens by its cookie, and a service that records its callers. */
function createPage() {
  const page = {
    cookie: 'anna',
    /** The members with a new token, and the members who requested rooms, in order. */
    tokens: [] as string[],
    asked: [] as string[],
    room: room as object,
    /** The service answers once this resolves. */
    gate: Promise.resolve(),
  };
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.endsWith('/ffc/token')) {
      page.tokens.push(page.cookie);
      return json({ accessToken: page.cookie });
    }
    if (url.includes('/event-sources')) return new Response(null, { status: 404 });
    // The list requests the member and the people of its live rooms beside its rooms, in any order.
    if (!/\/(members\/me|channel)$/.test(url))
      page.asked.push((new Headers(init?.headers).get('authorization') ?? '').slice(7));
    await page.gate;
    init?.signal?.throwIfAborted();
    if (url.endsWith('/members/me')) return json({ appUserId: page.cookie });
    return json(/rooms\/\d/.test(url) ? page.room : pageOf([room]));
  };
  return page;
}

const source = { endpoint: 'https://another-member.test', 'token-url': '/ffc/token' };

/** Puts an element with these attributes on the page. By default, they name its token source. */
function place<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Readonly<Record<string, string>> = source,
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return show(element);
}

const loaded = (list: HTMLElement): Promise<Event> => nextEvent(list, 'ffc-rooms-load');

describe('another user who signs in on the same page', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('is requested by elements that are added after the last one was removed', async () => {
    const page = createPage();
    const first = place('ffc-room-list');
    await loaded(first);
    first.remove();
    await nextMacrotask();
    page.cookie = 'boris';
    await loaded(place('ffc-room-list'));
    expect(page.asked).to.deep.equal(['anna', 'boris']);
  });

  it('is requested after a list was removed while it loaded', async () => {
    const page = createPage();
    let open = (): void => {};
    page.gate = new Promise((resolve) => (open = resolve));
    const first = place('ffc-room-list');
    await waitUntil(() => page.asked.length === 1, undefined, { timeout: 4000 });
    first.remove();
    await nextMacrotask();
    open();
    page.cookie = 'boris';
    await loaded(place('ffc-room-list'));
    expect(page.asked.at(-1)).to.equal('boris');
  });

  it('is requested after a list was removed before its code had loaded', async () => {
    const page = createPage();
    place('ffc-room-list').remove();
    await nextMacrotask();
    page.cookie = 'boris';
    await loaded(place('ffc-room-list'));
    expect(page.tokens).to.deep.equal(['boris']);
  });

  it('is requested after a room was removed before the code of its preview had loaded', async () => {
    const page = createPage();
    page.room = { ...room, policy: { ...room.policy, hasPassword: false } };
    const Room = customElements.get('ffc-room') as typeof FfcRoomElement;
    const { loadParts } = Room;
    let load = (): void => {};
    const loads = new Promise<void>((resolve) => (load = resolve));
    Room.loadParts = () => loads;
    try {
      const first = place('ffc-room', { ...source, 'room-id': '1' });
      await waitUntil(() => first.state === 'prejoin', undefined, { timeout: 4000 });
      first.remove();
      await nextMacrotask();
      load();
      await nextMacrotask();
    } finally {
      Room.loadParts = loadParts;
    }
    const isInUse = [...memberSessions].some((each) => each.isOf({ endpoint: source.endpoint }));
    expect(isInUse).to.equal(false);
  });

  it('is not requested while another element keeps the session', async () => {
    const page = createPage();
    const call = place('ffc-room', { ...source, 'room-id': '1' });
    await waitUntil(() => call.state === 'password', undefined, { timeout: 4000 });
    const list = place('ffc-room-list');
    await loaded(list);
    list.remove();
    await nextMacrotask();
    const again = place('ffc-room-list');
    await loaded(again);
    expect(page.tokens).to.deep.equal(['anna']);
    again.remove();
    call.remove();
    await nextMacrotask();
    await nextMacrotask();
    page.cookie = 'boris';
    await loaded(place('ffc-room-list'));
    expect(page.tokens).to.deep.equal(['anna', 'boris']);
  });

  it('is not requested by elements that are moved within the page', async () => {
    const page = createPage();
    const list = place('ffc-room-list');
    await loaded(list);
    show(document.createElement('section')).append(list);
    await nextMacrotask();
    await list.refresh();
    expect(page.tokens).to.deep.equal(['anna']);
  });

  it('shares one token between the list and the room of the page', async () => {
    const page = createPage();
    const list = place('ffc-room-list');
    const call = place('ffc-room', { ...source, 'no-prejoin': '', 'room-id': '7' });
    await Promise.all([
      loaded(list),
      waitUntil(() => call.state === 'password', undefined, { timeout: 4000 }),
    ]);
    expect(page.tokens).to.deep.equal(['anna']);
  });

  describe('after forgetMember()', () => {
    it('is requested by the list, which drops the shown rooms', async () => {
      const page = createPage();
      const list = place('ffc-room-list');
      await loaded(list);
      let open = (): void => {};
      page.gate = new Promise((resolve) => (open = resolve));
      page.cookie = 'boris';
      forgetMember();
      expect(list.rooms).to.deep.equal([]);
      const again = loaded(list);
      open();
      await again;
      expect(page.asked).to.deep.equal(['anna', 'boris']);
    });

    it('is not requested by a room that was just removed, until it is back', async () => {
      const page = createPage();
      const call = place('ffc-room', { ...source, 'no-prejoin': '', 'room-id': '7' });
      await waitUntil(() => call.state === 'password');
      call.remove();
      page.cookie = 'boris';
      forgetMember();
      await nextMacrotask();
      await nextMacrotask();
      expect(page.tokens).to.deep.equal(['anna']);
      document.body.append(call);
      await waitUntil(() => call.state === 'password');
      expect(page.tokens).to.deep.equal(['anna', 'boris']);
      call.remove();
      await nextMacrotask();
    });

    it('is requested by the room, which opens again', async () => {
      const page = createPage();
      const call = place('ffc-room', { ...source, 'no-prejoin': '', 'room-id': '7' });
      await waitUntil(() => call.state === 'password', undefined, { timeout: 4000 });
      page.cookie = 'boris';
      forgetMember();
      await waitUntil(() => page.asked.length === 2 && call.state === 'password', undefined, {
        timeout: 4000,
      });
      expect(page.asked).to.deep.equal(['anna', 'boris']);
    });

    it('is not in the call of the member before', async () => {
      const { room } = await joinRoom();
      forgetMember();
      expect(room.state).to.equal('left');
      await nextMacrotask();
      expect(room.state, 'nobody is joined unasked').to.equal('left');
    });

    it('is requested from the gateway by a list that identifies members by cookies', async () => {
      const page = createPage();
      const list = place('ffc-room-list', { 'rooms-url': '/ffc/rooms' });
      await loaded(list);
      forgetMember();
      expect(list.rooms).to.deep.equal([]);
      await loaded(list);
      expect(page.asked).to.have.length(2);
    });

    it('is not requested when the call names another source', async () => {
      const page = createPage();
      const list = place('ffc-room-list');
      await loaded(list);
      forgetMember({ endpoint: 'production' });
      expect(list.rooms).to.have.length(1);
      await list.refresh();
      expect(page.tokens).to.deep.equal(['anna']);
    });
  });
});
