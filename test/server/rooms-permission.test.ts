import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { readRoomPage } from '../../src/api/schema.js';
import { silentLogger } from '../../src/core/logger.js';
import { createRoomsGateway, type RoomsDecision } from '../../src/server/index.js';
import { createScriptedClient, jsonAnswer } from './support/backend.js';
import { caller, createTestGateway, type, type Authorize } from './support/gateway.js';

const levels = ['PUBLIC', 'MEMBER', 'RESTRICTED', 'PRIVATE', 'SOMETHING_NEW'];

/** A gateway over a room of mina for each access level, and a private room of jun. */
async function createRooms(authorize: Authorize) {
  const gateway = await createTestGateway(authorize);
  const { client, room, sent } = gateway;
  await client.deleteRoom(room.id);
  const rooms: Record<string, { readonly id: number; readonly uuid: string | undefined }> = {};
  for (const accessLevel of levels) {
    const input = { appUserId: 'mina', type, title: accessLevel, accessLevel };
    rooms[accessLevel] = await client.createRoom(input);
  }
  rooms['own'] = await client.createRoom({
    appUserId: 'jun',
    type,
    title: 'own',
    accessLevel: 'PRIVATE',
  });
  sent.length = 0;
  const titles = async (query: string): Promise<unknown> => {
    const { text } = await gateway.call(`GET ?${query}`);
    return readRoomPage(text, silentLogger)
      .content.map(({ title }) => title)
      .sort();
  };
  return { ...gateway, rooms, titles };
}

const asJun: Authorize = () => ({ appUserId: 'jun' });

describe('a member without more rights', () => {
  it('gets public rooms and own ones, by id and by uuid, and no others', async () => {
    const { rooms, call } = await createRooms(asJun);
    for (const [name, { id, uuid }] of Object.entries(rooms)) {
      const expected = name === 'PUBLIC' || name === 'own' ? 200 : 403;
      for (const path of [`/${id}`, `/uuid/${uuid}`]) {
        const { status, text } = await call(`GET ${path}`);
        assert.equal(status, expected, `${name} ${path}`);
        assert.equal(text.includes(`"title":"${name}"`), expected === 200);
      }
    }
  });

  it('changes and deletes own rooms, and no others, public ones included', async () => {
    const { rooms, call, client, sent } = await createRooms(asJun);
    for (const [name, { id }] of Object.entries(rooms)) {
      const statuses = [
        (await call(`PATCH /${id}`, { accessLevel: 'PUBLIC' })).status,
        (await call(`DELETE /${id}`)).status,
      ];
      assert.deepEqual(statuses, name === 'own' ? [200, 204] : [403, 403], name);
    }
    const changes = sent.filter(({ method }) => method !== 'GET');
    assert.deepEqual(
      changes.map(({ method, url }) => [method, url.endsWith(`/${rooms['own']?.id}`)]),
      [
        ['PATCH', true],
        ['DELETE', true],
      ],
    );
    const left = (await client.listRooms()).content.map(({ title, accessLevel }) => [
      title,
      accessLevel,
    ]);
    assert.deepEqual(left.sort(), levels.map((level) => [level, level]).sort());
  });

  it('creates rooms only for themselves, even if the body names somebody else', async () => {
    const { call } = await createRooms(asJun);
    const { text } = await call('POST ', { type, appUserId: 'mina' });
    assert.match(text, /"appUserId":"jun"/);
  });

  const lists: [query: string, titles: readonly string[]][] = [
    ['', ['PUBLIC']],
    ['accessLevel=PUBLIC', ['PUBLIC']],
    ['appUserId=jun', ['own']],
    ['accessLevel=PRIVATE', ['own']],
    ['accessLevel=PRIVATE&appUserId=jun', ['own']],
    ['accessLevel=PRIVATE&appUserId=mina', []],
    ['accessLevel=MEMBER', []],
    ['appUserId=mina', ['PUBLIC']],
    ['appUserId=mina&appUserId=jun', ['own']],
    ['appUserId=', ['PUBLIC']],
    ['appUserId=Jun', []],
    ['keyword=restricted', []],
    ['any=true', ['PUBLIC']],
  ];
  for (const [query, expected] of lists) {
    it(`finds ${expected.join() || 'nothing'} in a list with "${query}"`, async () => {
      const { titles, sent } = await createRooms(asJun);
      assert.deepEqual(await titles(query), expected);
      assert.ok(sent.length <= 1);
    });
  }

  it('sees no room that the service answers in spite of its filters', async () => {
    const room = (id: number, accessLevel: string, appUserId: string) => ({
      ...{ id, type, accessLevel, videoRoomState: 'LIVE', member: { appUserId } },
    });
    const content = [room(1, 'PRIVATE', 'mina'), room(2, 'PUBLIC', 'mina'), room(3, 'X', 'jun')];
    const page = { content, number: 0, totalPages: 1, totalElements: 3 };
    const { client } = createScriptedClient(jsonAnswer(page));
    const { text } = await caller(createRoomsGateway({ client, authorize: asJun }))('GET ');
    const ids = readRoomPage(text, silentLogger).content.map(({ id }) => id);
    assert.deepEqual(ids, [2, 3]);
  });

  for (const owner of [undefined, null, { appUserId: null }, { id: 1 }, { appUserId: 'JUN' }]) {
    it(`has no right to a room of the owner ${JSON.stringify(owner)}`, async () => {
      const room = { id: 1, type, accessLevel: null, videoRoomState: 'LIVE', member: owner };
      for (const route of ['GET /1', 'PATCH /1', 'DELETE /1']) {
        const { client, sent } = createScriptedClient(jsonAnswer(room), jsonAnswer(room));
        const call = caller(createRoomsGateway({ client, authorize: asJun }));
        const body = route.startsWith('PATCH') ? { title: 'x' } : undefined;
        assert.equal((await call(route, body)).status, 403);
        assert.deepEqual(
          sent.map(({ method }) => method),
          ['GET'],
        );
      }
    });
  }

  it('gets no room that belongs to somebody else by the time of the answer', async () => {
    const room = (appUserId: string) =>
      jsonAnswer({ id: 1, type, videoRoomState: 'LIVE', title: 'secret', member: { appUserId } });
    const { client } = createScriptedClient(room('jun'), room('mina'));
    const call = caller(createRoomsGateway({ client, authorize: asJun }));
    const { status, text } = await call('PATCH /1', { title: 'x' });
    assert.equal(status, 403);
    assert.doesNotMatch(text, /secret/);
  });
});

describe('a decision', () => {
  it('with `any: true` opens all rooms, and nothing else that looks like it does', async () => {
    for (const any of [true, false, undefined, 'true', 1, {}]) {
      const decision = { appUserId: 'jun', any } as RoomsDecision;
      const { rooms, call, titles } = await createRooms(() => decision);
      const path = `/${rooms['PRIVATE']?.id}`;
      const statuses = [
        (await call(`GET ${path}`)).status,
        (await call(`PATCH ${path}`, { title: 'x' })).status,
        (await call(`DELETE ${path}`)).status,
      ];
      assert.deepEqual(statuses, any === true ? [200, 200, 204] : [403, 403, 403]);
      const found = (await titles('')) as string[];
      assert.equal(found.length, any === true ? 5 : 1);
    }
  });

  it('narrows a list by `only`, and never widens it', async () => {
    const only =
      (filter: object): Authorize =>
      () => ({ appUserId: 'jun', only: filter });
    const mina = await createRooms(only({ appUserId: 'mina' }));
    assert.deepEqual(await mina.titles('appUserId=jun'), ['PUBLIC']);
    const secret = await createRooms(only({ accessLevel: 'PRIVATE' }));
    assert.deepEqual(await secret.titles(''), ['own']);
    const any = await createRooms(() => ({
      appUserId: 'jun',
      any: true,
      only: { appUserId: 'mina', accessLevel: 'PRIVATE' },
    }));
    assert.deepEqual(await any.titles('appUserId=jun&accessLevel=PUBLIC'), ['PRIVATE']);
  });

  for (const only of [
    { appUserId: undefined },
    { appUserId: '' },
    { appUserId: ' ' },
    { appUserId: null },
    { appUserId: 7 },
    { appUserId: ['mina'] },
    { accessLevel: undefined },
    { type: '' },
    { videoRoomState: undefined },
    { accessLevel: 'PUBLIC', appUserId: undefined },
    { appUserID: 'mina' },
    null,
    'mina',
    ['mina'],
  ]) {
    it(`whose \`only\` is ${inspect(only)} lists nothing, and reports the reason to the app`, async () => {
      for (const any of [true, false]) {
        const decision = { appUserId: 'jun', any, only } as unknown as RoomsDecision;
        const { call, sent, errors } = await createTestGateway(() => decision);
        const { status, text } = await call('GET ?appUserId=mina');
        assert.deepEqual([status, sent.length, errors.length], [500, 0, 1]);
        assert.match(String(errors[0]), /`only/);
        assert.doesNotMatch(text, /only/);
      }
    });
  }
});

it('a change that takes values away passes the gateway', async () => {
  const { call, room } = await createTestGateway();
  const path = `PATCH /${room.id}`;
  const full = {
    title: 'x',
    description: 'x',
    customType: 'x',
    customData: { a: 1, b: null },
    scheduledAt: '2030-01-01T00:00:00Z',
    password: 'hunter2',
  };
  assert.equal((await call(path, full)).status, 200);
  const none = Object.fromEntries(Object.keys(full).map((name) => [name, null]));
  const { status, text } = await call(path, none);
  assert.equal(status, 200);
  const { policy, ...rest } = JSON.parse(text) as Record<string, unknown>;
  for (const name of Object.keys(full)) assert.equal(rest[name] ?? null, null, name);
  assert.equal((policy as { hasPassword: boolean }).hasPassword, false);
});

describe('the permissions that a gateway gives a list', () => {
  type Told = { readonly title: string; readonly can: readonly string[] };

  async function tell(decision: RoomsDecision) {
    const { call, rooms } = await createRooms(() => decision);
    const told = async (query: string) =>
      JSON.parse((await call(`GET ?${query}`)).text) as { content: Told[]; can?: string[] };
    return { call, rooms, told };
  }

  it('are those of the member for each room, without a guess about creating rooms', async () => {
    const { told, call, rooms } = await tell({ appUserId: 'jun' });
    const [others, own] = [await told(''), await told('appUserId=jun')];
    assert.deepEqual(others.content[0]?.can, []);
    assert.deepEqual(own.content[0]?.can, ['update', 'delete']);
    assert.equal('can' in own, false);
    assert.match((await call(`GET /${rooms['own']?.id}`)).text, /"can":\["update","delete"\]/);
    assert.match((await call('POST ', { type })).text, /"can":\["update","delete"\]/);
  });

  it('include all rooms for a member to whom all are open', async () => {
    const { told } = await tell({ appUserId: 'jun', any: true });
    for (const { can } of (await told('')).content) assert.deepEqual(can, ['update', 'delete']);
  });

  it('are those that the app gives its members, and the rest is refused', async () => {
    const { told, call, rooms } = await tell({ appUserId: 'jun', can: ['update'] });
    const page = await told('appUserId=jun');
    assert.deepEqual([page.can, page.content[0]?.can], [[], ['update']]);
    assert.deepEqual((await told('appUserId=mina&accessLevel=MEMBER')).can, []);
    const path = `/${rooms['own']?.id}`;
    assert.equal((await call('POST ', { type })).status, 403);
    assert.equal((await call(`DELETE ${path}`)).status, 403);
    assert.equal((await call(`PATCH ${path}`, { title: 'x' })).status, 200);
    const maker = await tell({ appUserId: 'jun', can: ['create'] });
    assert.deepEqual((await maker.told('')).can, ['create']);
    assert.equal((await maker.call('POST ', { type })).status, 201);
  });

  for (const can of [null, 'create', ['createe'], ['create', 7], {}, [undefined]]) {
    it(`are refused with an error where the app answers ${JSON.stringify(can)} as rights`, async () => {
      const { call } = await createRooms(() => ({ appUserId: 'jun', can }) as RoomsDecision);
      assert.equal((await call('GET ')).status, 500);
    });
  }
});
