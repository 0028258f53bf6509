import { expect } from '@open-wc/testing';
import { loadLiveKitSession } from '../../../src/rtc/load.js';
import { memberSessions } from '../../../src/services/forget-member.js';
import { createListServices } from '../../../src/services/list-services.js';
import { createRoomServices } from '../../../src/services/room-services.js';
import type { ServiceOptions } from '../../../src/services/types.js';
import type { RoomsApi } from '../../../src/api/types.js';
import { fakeFetch, json, pageOf, room, thrownBy } from '../api/support.js';

const none: ServiceOptions = { endpoint: undefined, tokenProvider: undefined, tokenUrl: undefined };
const gateway = {} as RoomsApi;

describe('the services of elements', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('ask for one token when a list and a room have the same source', async () => {
    const { fetch, requests } = fakeFetch(json(pageOf([room])), json(room));
    globalThis.fetch = fetch;
    let calls = 0;
    const options = { ...none, endpoint: 'https://api.test', tokenProvider: () => `t${++calls}` };
    const list = createListServices(options);
    const { rooms } = createRoomServices({ ...options, endpoint: 'https://api.test/' });
    await Promise.all([list.rooms.listRooms(), rooms.getRoom(7)]);
    expect(calls).to.equal(1);
    expect(requests).to.have.length(2);
  });

  it('share a client when the token URL is the same, however it is written', () => {
    const write = (tokenUrl: string) =>
      createListServices({ ...none, endpoint: 'sandbox', tokenUrl }).rooms;
    expect(write('/token')).to.equal(write(`${location.origin}/token`));
    expect(write('/token')).not.to.equal(write('/token?user=mina'));
  });

  it('do not share between endpoints or token providers', () => {
    const one = { ...none, endpoint: 'sandbox', tokenProvider: () => 'one' };
    const { rooms } = createListServices(one);
    expect(createListServices({ ...one, endpoint: 'production' }).rooms).not.to.equal(rooms);
    expect(createListServices({ ...one, tokenProvider: () => 'two' }).rooms).not.to.equal(rooms);
  });

  it('are not in use again when code loads after their release', async () => {
    const tokenProvider = () => 'token';
    const services = createRoomServices({ ...none, endpoint: 'sandbox', tokenProvider });
    const isInUse = () => [...memberSessions].some((session) => session.isOf({ tokenProvider }));
    expect(isInUse()).to.equal(true);
    const knowing = services.channels?.hasJoined?.(1);
    const approving = services.approval?.();
    services.release();
    await knowing;
    await approving;
    expect(isInUse()).to.equal(false);
  });

  it('prefer the token provider to the token URL', () => {
    const one = { ...none, endpoint: 'sandbox', tokenProvider: () => 'one' };
    const both = createListServices({ ...one, tokenUrl: 'https://evil.test' });
    expect(both.rooms).to.equal(createListServices(one).rooms);
  });

  it('let a gateway serve the rooms of a list, which then needs nothing else', () => {
    expect(createListServices(none, gateway).rooms).to.equal(gateway);
  });

  it('let a gateway answer for a room, and still join directly', () => {
    const options = { ...none, endpoint: 'sandbox', tokenProvider: () => 'token' };
    const { rooms, member, createSession } = createRoomServices(options, gateway);
    expect(rooms).to.equal(gateway);
    expect(member).to.equal(createListServices(options).rooms);
    expect(createSession).to.equal(loadLiveKitSession);
  });

  describe('with `roomsUrl`', () => {
    const roomsUrl = '/ffc/rooms';

    it('ask the gateway for the rooms of a list, which then needs nothing else', async () => {
      const { fetch, requests } = fakeFetch(json(pageOf([room])));
      globalThis.fetch = fetch;
      await createListServices({ ...none, roomsUrl }).rooms.listRooms();
      expect(requests[0]!.url).to.equal(`${location.origin}/ffc/rooms`);
    });

    it('ask the gateway for a room, and the service for what a join needs', async () => {
      const grant = { webRtcServerUrl: 'wss://media.test', webRtcToken: 'rtc-token' };
      const { fetch, requests } = fakeFetch(json(room), json(grant, 201));
      globalThis.fetch = fetch;
      const tokenProvider = () => 'token';
      const options = { ...none, endpoint: 'https://api.test', tokenProvider, roomsUrl };
      const { rooms, member } = createRoomServices(options);
      await rooms.getRoom(7);
      await member.issueRtcToken(7);
      expect(requests.map(({ url }) => new URL(url).pathname)).to.deep.equal([
        '/ffc/rooms/7',
        '/v2/members/me/video-rooms/7/web-rtc-tokens',
      ]);
      expect(requests.map(({ headers }) => headers.get('authorization'))).to.deep.equal([
        null,
        'Bearer token',
      ]);
    });

    it('prefer an object that answers for the rooms', () => {
      expect(createListServices({ ...none, roomsUrl }, gateway).rooms).to.equal(gateway);
    });

    it('say when it is of another origin', async () => {
      const elsewhere = { ...none, roomsUrl: 'https://elsewhere.example/rooms' };
      const error = await thrownBy(() => createListServices(elsewhere));
      expect(error).to.include({ reason: 'invalid-rooms-url', stage: 'setup' });
    });
  });

  it('report changes if the service is named, which a gateway does not require', () => {
    const options = { ...none, endpoint: 'sandbox', tokenProvider: () => 'token' };
    const client = createListServices(options).rooms;
    expect(createListServices(options).push).to.equal(client);
    expect(createListServices(options, gateway)).to.deep.include({ rooms: gateway, push: client });
    for (const some of [none, { ...none, endpoint: 'sandbox' }, { ...none, tokenUrl: '/token' }]) {
      expect(createListServices(some, gateway).push).to.equal(undefined);
    }
    expect(createRoomServices(options, gateway).push).to.equal(client);
  });

  for (const create of [createListServices, createRoomServices]) {
    it(`report the missing source: ${create.name}`, async () => {
      const noEndpoint = await thrownBy(() => create({ ...none, tokenUrl: '/token' }));
      expect(noEndpoint).to.include({ reason: 'missing-endpoint', stage: 'setup' });
      expect(noEndpoint.message).to.contain('`endpoint`');
      const noSource = await thrownBy(() => create({ ...none, endpoint: 'sandbox' }));
      expect(noSource).to.include({ reason: 'missing-token-source', stage: 'setup' });
      expect(noSource.message).to.contain('`tokenProvider`').and.to.contain('`token-url`');
    });
  }
});
