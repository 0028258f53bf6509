import { expect } from '@open-wc/testing';
import { createGatewayRoomsApi } from '../../../src/api/gateway.js';
import type { RoomsApi } from '../../../src/api/types.js';
import {
  FakeClock,
  failure,
  failureOf,
  fakeFetch,
  json,
  never,
  pageOf,
  room,
  thrownBy,
  timeoutMs,
} from './support.js';

type Answers = Parameters<typeof fakeFetch>;

function gateway(...answers: Answers) {
  const fake = fakeFetch(...answers);
  const clock = new FakeClock();
  const rooms = createGatewayRoomsApi({
    roomsUrl: '/ffc/rooms/',
    fetch: fake.fetch,
    timeoutMs,
    clock,
  });
  return { rooms, clock, ...fake };
}

const base = `${location.origin}/ffc/rooms`;
const calls: [string, (rooms: RoomsApi) => Promise<unknown>, string, unknown][] = [
  ['GET', (rooms) => rooms.listRooms(), base, pageOf([room])],
  ['POST', (rooms) => rooms.createRoom({ type: 'VIDEO_CONFERENCE' }), base, room],
  ['GET', (rooms) => rooms.getRoom(7), `${base}/7`, room],
  ['GET', (rooms) => rooms.getRoom(room.uuid), `${base}/uuid/${room.uuid}`, room],
  ['PATCH', (rooms) => rooms.updateRoom(7, { title: 'New' }), `${base}/7`, room],
  ['DELETE', (rooms) => rooms.deleteRoom(7), `${base}/7`, {}],
];

describe('the room calls by way of the app’s own backend', () => {
  for (const [method, call, url, answer] of calls) {
    it(`are ${method} ${url.slice(location.origin.length)}, with the page’s cookies and no token`, async () => {
      const { rooms, requests } = gateway(json(answer));
      await call(rooms);
      const [request] = requests;
      expect(request).to.include({ method, url });
      expect(request!.headers.has('authorization')).to.equal(false);
      expect(request!.init).to.include({
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
      });
    });

    it(`${method} ${url.slice(location.origin.length)} can be cancelled`, async () => {
      const abort = new AbortController();
      const { rooms } = gateway(never);
      const cancelled: RoomsApi = {
        listRooms: () => rooms.listRooms({}, abort),
        createRoom: (input) => rooms.createRoom(input, abort),
        getRoom: (id) => rooms.getRoom(id, abort),
        updateRoom: (id, update) => rooms.updateRoom(id, update, abort),
        deleteRoom: (id) => rooms.deleteRoom(id, abort),
      };
      const error = failureOf(call(cancelled));
      abort.abort();
      expect((await error).reason).to.equal('aborted');
    });
  }

  it('ask for a page as the member API is asked', async () => {
    const { rooms, requests } = gateway(json(pageOf([room])));
    const { content, number } = await rooms.listRooms({ keyword: 'a&b', page: 0, pageSize: 5 });
    expect(requests[0]!.url).to.equal(`${base}?keyword=a%26b&page=1&pageSize=5`);
    expect(number).to.equal(0);
    expect(content[0]).to.include({ id: 7, title: 'Stand-up' });
  });

  it('send the fields to create and to change', async () => {
    const { rooms, requests } = gateway(json(room, 201), json(room));
    await rooms.createRoom({ type: 'VIDEO_CONFERENCE', title: 'Stand-up' });
    await rooms.updateRoom(7, { password: 'secret' });
    expect(requests.map(({ body }) => body)).to.deep.equal([
      { type: 'VIDEO_CONFERENCE', title: 'Stand-up' },
      { password: 'secret' },
    ]);
  });

  it('understand that a room is gone without a word', async () => {
    const { rooms } = gateway(new Response(null, { status: 204 }));
    expect(await rooms.deleteRoom(7)).to.equal(undefined);
  });

  for (const [status, errorCode, reason] of [
    [401, 'SIGNED_OUT', 'token-rejected'],
    [403, 'NOT_YOURS', 'forbidden'],
    [404, 'VIDEO_ROOM_NOT_FOUND', 'room-not-found'],
    [400, 'EMPTY_VIDEO_ROOM_TYPE', 'invalid-request'],
  ] as const) {
    it(`fail with ${reason} after ${status} ${errorCode}, and are not made again`, async () => {
      const { rooms, requests } = gateway(failure(status, errorCode));
      const error = await failureOf(rooms.getRoom(7));
      expect(error).to.include({ reason, status, errorCode });
      expect(error.message).not.to.contain('leaked');
      expect(requests).to.have.length(1);
    });
  }

  it('are made again after 503, but not where that could make two rooms', async () => {
    const { rooms, requests } = gateway(failure(503), json(room), failure(503));
    await rooms.getRoom(7);
    expect(requests).to.have.length(2);
    await failureOf(rooms.createRoom({ type: 'VIDEO_CONFERENCE' }));
    expect(requests).to.have.length(3);
  });

  it('reject a sign-in page in place of a room', async () => {
    const { rooms } = gateway(new Response('<html>Sign in</html>'));
    expect((await failureOf(rooms.getRoom(7))).reason).to.equal('invalid-response');
  });

  it('reject an id that would lead elsewhere, and ask nobody', async () => {
    const { rooms, requests } = gateway();
    for (const call of [
      rooms.getRoom('../members'),
      rooms.updateRoom(NaN, {}),
      rooms.deleteRoom(-1),
    ]) {
      expect((await failureOf(call)).reason).to.equal('invalid-room-id');
    }
    expect(requests).to.be.empty;
  });

  for (const roomsUrl of [
    'https://elsewhere.example/rooms',
    '//elsewhere.example/rooms',
    'javascript:alert(1)',
    '/rooms?tenant=1',
    '/rooms#top',
    'http://',
  ]) {
    it(`do not begin with ${roomsUrl}`, async () => {
      const error = await thrownBy(() => createGatewayRoomsApi({ roomsUrl }));
      expect(error).to.include({ reason: 'invalid-rooms-url', stage: 'setup' });
    });
  }
});
