import { expect, waitUntil } from '@open-wc/testing';
import { createChatServices } from '../../../src/services/chat-services.js';
import { forgetMember } from '../../../src/services/forget-member.js';
import { createListServices } from '../../../src/services/list-services.js';
import { createRoomServices } from '../../../src/services/room-services.js';
import { createChatStore } from '../../../src/state/chat/chat-store.js';
import { createRoomListStore } from '../../../src/state/list/room-list-store.js';
import { createRoomStore } from '../../../src/state/room/room-store.js';
import { failureOf, json, pageOf, room } from '../api/support.js';

/** A page whose backend issues tokens by its cookie, and a service that records its callers. */
function createPage() {
  const page = { cookie: 'anna', tokens: [] as string[], asked: [] as string[], streams: 0 };
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.endsWith('/ffc/token')) {
      page.tokens.push(page.cookie);
      return Promise.resolve(json({ accessToken: page.cookie }));
    }
    if (url.includes('/event-sources')) {
      page.streams++;
      return new Promise(() => {});
    }
    page.asked.push((new Headers(init?.headers).get('authorization') ?? '').slice(7));
    return Promise.resolve(json(/video-rooms\/\d/.test(url) ? room : pageOf([room])));
  };
  return page;
}

const options = { endpoint: 'https://member-session.test', tokenUrl: '/ffc/token' };

describe('the session of a member', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('ends with the last that uses it, so that the next one has a token of their own', async () => {
    const page = createPage();
    const [list, chat, call] = [
      createListServices(options),
      createChatServices(options),
      createRoomServices(options),
    ];
    await list.rooms.listRooms();
    list.release();
    chat.release();
    page.cookie = 'boris';
    await call.rooms.getRoom(7);
    expect(page.asked, 'the room still uses it').to.deep.equal(['anna', 'anna']);
    call.release();
    const next = createListServices(options);
    await next.rooms.listRooms();
    expect(page.asked.at(-1)).to.equal('boris');
    next.release();
  });

  it('ends for a token provider that stays the same, too', async () => {
    createPage();
    let member = 'anna';
    let calls = 0;
    const tokenProvider = () => `${member}-${++calls}`;
    const withProvider = { endpoint: options.endpoint, tokenProvider };
    const first = createListServices(withProvider);
    await first.rooms.listRooms();
    first.release();
    member = 'boris';
    const second = createListServices(withProvider);
    await second.rooms.listRooms();
    expect(calls).to.equal(2);
    second.release();
  });

  it('is used again by services that are used after their release', async () => {
    const page = createPage();
    const services = createListServices(options);
    await services.rooms.listRooms();
    services.release();
    services.release();
    page.cookie = 'boris';
    await services.rooms.listRooms();
    expect(page.asked).to.deep.equal(['anna', 'boris']);
    services.release();
  });

  it('lasts as long as somebody listens to the event stream', async () => {
    const page = createPage();
    const services = createListServices(options);
    const abort = new AbortController();
    services.push!.subscribe(() => {}, abort);
    await waitUntil(() => page.streams === 1, undefined, { timeout: 4000 });
    services.release();
    const other = createListServices(options);
    page.cookie = 'boris';
    await other.rooms.listRooms();
    expect(page.asked).to.deep.equal(['anna']);
    other.release();
    abort.abort();
    await other.rooms.listRooms();
    expect(page.asked).to.deep.equal(['anna', 'boris']);
    expect(page.streams).to.equal(1);
    other.release();
  });

  it('ends with the stores of an app', async () => {
    const page = createPage();
    const list = createRoomListStore(createListServices(options));
    const call = createRoomStore(createRoomServices(options), { noPreview: true });
    const chat = createChatStore(createChatServices(options));
    await list.load({});
    list.dispose();
    await call.dispose();
    chat.close();
    page.cookie = 'boris';
    const next = createListServices(options);
    await next.rooms.listRooms();
    expect(page.asked).to.deep.equal(['anna', 'boris']);
    next.release();
  });

  describe('that is forgotten', () => {
    it('asks for another token at once, for all that use it', async () => {
      const page = createPage();
      const [list, call] = [createListServices(options), createRoomServices(options)];
      await list.rooms.listRooms();
      page.cookie = 'boris';
      forgetMember();
      await Promise.all([list.rooms.listRooms(), call.rooms.getRoom(7)]);
      expect(page.asked).to.deep.equal(['anna', 'boris', 'boris']);
      expect(page.tokens).to.deep.equal(['anna', 'boris']);
      list.release();
      call.release();
    });

    it('answers nothing more', async () => {
      createPage();
      globalThis.fetch = () => new Promise(() => {});
      const services = createListServices({
        ...options,
        tokenUrl: undefined,
        tokenProvider: () => 't',
      });
      const call = failureOf(services.rooms.listRooms());
      forgetMember();
      expect((await call).reason).to.equal('aborted');
      services.release();
    });

    it('is found by its endpoint and token source', async () => {
      const page = createPage();
      const [one, other] = [
        createListServices(options),
        createListServices({ ...options, endpoint: 'https://other.test' }),
      ];
      const load = () => Promise.all([one.rooms.listRooms(), other.rooms.listRooms()]);
      await load();
      page.cookie = 'boris';
      forgetMember({ endpoint: 'https://other.test/', tokenUrl: `${location.origin}/ffc/token` });
      await load();
      expect(page.asked).to.have.members(['anna', 'anna', 'anna', 'boris']);
      forgetMember({ tokenProvider: () => 'nobody' });
      await load();
      expect(page.tokens).to.have.length(3);
      one.release();
      other.release();
    });
  });
});
