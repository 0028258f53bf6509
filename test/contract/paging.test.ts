import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refused, type Answer, type Body, type Call } from './support/calls.js';
import { createCast, run, type } from './support/cast.js';
import { target } from './support/target.js';

const cast = createCast();
const { app, makeRoom } = cast;
const people = [await cast.enter('mina'), await cast.enter('jun'), await cast.enter('sara')];
const [mina] = people as [(typeof people)[0]];

const rooms: Body[] = [];
for (const n of [1, 2, 3]) rooms.push(await makeRoom(mina, { title: `paged${run} ${n}` }));
for (const { appUserId } of people) {
  await app(`PATCH /members/${appUserId}`, { appUserName: `paged${run}` });
}
const channelMembers = `/video-rooms/${rooms[0]?.id}/channel`;
for (const person of people) await person(`POST ${channelMembers}/join`);

/** A list of three items. `made` has their keys in the order of their creation. */
interface List {
  readonly name: string;
  readonly ask: (query: string) => Promise<Answer>;
  readonly made: readonly (number | string | undefined)[];
  /** Changes the second item. Undefined where the service does not publish the list's orders. */
  readonly change?: () => Promise<Answer>;
}

const roomIds = rooms.map(({ id }) => id);
const appUserIds = people.map(({ appUserId }) => appUserId);
const listRooms = (call: Call) => (query: string) =>
  call(`GET /video-rooms?keyword=paged${run}&${query}`);
const changeRoom = () => app(`PATCH /video-rooms/${roomIds[1]}`, { description: 'Changed last' });

const lists: readonly List[] = [
  { name: 'the rooms of a member', ask: listRooms(mina), made: roomIds, change: changeRoom },
  { name: 'the rooms of an app', ask: listRooms(app), made: roomIds, change: changeRoom },
  {
    name: 'the members of an app',
    ask: (query) => app(`GET /members?appUserName=paged${run}&${query}`),
    made: appUserIds,
    change: () => app(`PATCH /members/${appUserIds[1]}`, { customType: 'changed' }),
  },
  {
    name: 'the members of a channel',
    ask: (query) => mina(`GET ${channelMembers}/members?${query}`),
    made: appUserIds,
  },
];

for (const { name, ask, made, change } of lists) {
  const page = async (query: string): Promise<Body> => {
    const { status, body } = await ask(query);
    assert.equal(status, 200);
    return body;
  };
  const namesIn = ({ content }: Body) =>
    content.map((item) => item.appUser?.appUserId ?? item.appUserId ?? item.id);

  describe(name, () => {
    it('come ten at a time by default', async () => {
      const { size, number, totalElements, totalPages, first, last } = await page('');
      assert.deepEqual([size, number, totalElements, totalPages], [10, 0, 3, 1]);
      assert.deepEqual([first, last], [true, true]);
    });

    it('mark the first and the last page', async () => {
      const first = await page('page=1&pageSize=2');
      assert.deepEqual([first.number, first.numberOfElements], [0, 2]);
      assert.deepEqual([first.first, first.last, first.empty], [true, false, false]);
      const last = await page('page=2&pageSize=2');
      assert.deepEqual([last.number, last.numberOfElements, last.totalPages], [1, 1, 2]);
      assert.deepEqual([last.first, last.last, last.empty], [false, true, false]);
      const all = [...namesIn(first), ...namesIn(last)];
      assert.deepEqual(new Set(all), new Set(made));
    });

    it('fill the last page exactly', async () => {
      const { last, totalPages } = await page('page=3&pageSize=1');
      assert.deepEqual([last, totalPages], [true, 3]);
    });

    for (const after of ['page=2&pageSize=3', 'page=9&pageSize=2', 'page=999999999']) {
      it(`are empty after the end: ${after}`, async () => {
        const { content, empty, last, totalElements } = await page(after);
        assert.deepEqual([content, empty, last, totalElements], [[], true, true, 3]);
      });
    }

    // The service counts pages from 1. The answer for page 0 is an assumption.
    it('begin on page 0 as on page 1', async () => {
      assert.deepEqual(await page('page=0'), await page('page=1'));
    });

    it('come a hundred at a time at most', async () => {
      for (const pageSize of ['101', '999999999']) {
        const { size, numberOfElements } = await page(`pageSize=${pageSize}`);
        assert.deepEqual([size, numberOfElements], [100, 3]);
      }
    });

    for (const query of [
      'page=-1',
      'page=one',
      'page=1.5',
      `page=${'9'.repeat(30)}`,
      'pageSize=0',
      'pageSize=-1',
      'pageSize=many',
      `pageSize=${'9'.repeat(30)}`,
      'sortBy=TITLE_ASC',
    ]) {
      it(`are refused to ${query}`, async () => refused(await ask(query), 400));
    }

    if (!change) return;
    it('are sorted by when they were made and by when they were changed', async () => {
      assert.equal((await change()).status, 200);
      const sorted = async (sortBy: string) => namesIn(await page(`sortBy=${sortBy}`));
      const [one, two, three] = made;
      assert.deepEqual(await sorted('CREATED_AT_ASC'), [one, two, three]);
      assert.deepEqual(await sorted('CREATED_AT_DESC'), [three, two, one]);
      assert.deepEqual(
        await sorted('LAST_MODIFIED_AT_DESC'),
        (await sorted('LAST_MODIFIED_AT_ASC')).reverse(),
      );
      assert.equal((await sorted('LAST_MODIFIED_AT_DESC'))[0], two);
    });
  });
}

describe('the filters of a list', () => {
  const found = async (call: Call, path: string, filter: Record<string, string>) => {
    const { status, body } = await call(`GET ${path}?${new URLSearchParams(filter).toString()}`);
    assert.equal(status, 200);
    return body.content.map(({ title, appUserId }) => title ?? appUserId).sort();
  };
  const keyword = `filtered${run}`;
  const otherStates = [
    'CANCELLED',
    'LIVE',
    'LIVE_INACTIVE',
    'ENDED',
    'STARTED',
    'ACTIVE',
    'ARCHIVED',
  ] as const;
  const [jun] = people.slice(1) as [(typeof people)[0]];

  it('of rooms are words, state, type and owner, and all have to fit', async () => {
    const plain = await makeRoom(mina, { title: `${keyword} plain` });
    await makeRoom(mina, { title: 'described', description: `the ${keyword} room` });
    await makeRoom(jun, {
      title: `${keyword} show`,
      type: 'BROADCAST_RTMP',
      scheduledAt: '2099-01-01T00:00:00Z',
    });
    for (const call of [mina, app]) {
      const list = (filter: Record<string, string>) => found(call, '/video-rooms', filter);
      const all = ['described', `${keyword} plain`, `${keyword} show`];
      assert.deepEqual(await list({ keyword }), all);
      assert.deepEqual(await list({ keyword: keyword.toUpperCase() }), all);
      assert.deepEqual(await list({ keyword: `${keyword} nowhere` }), []);
      assert.equal(plain.videoRoomState, 'SCHEDULED');
      assert.deepEqual(await list({ keyword, videoRoomState: 'SCHEDULED' }), all);
      for (const videoRoomState of otherStates) {
        assert.deepEqual(await list({ keyword, videoRoomState }), [], videoRoomState);
      }
      assert.deepEqual(await list({ keyword, type: 'BROADCAST_RTMP' }), [all[2]]);
      assert.deepEqual(await list({ keyword, type }), all.slice(0, 2));
      assert.deepEqual(await list({ keyword, appUserId: jun.appUserId }), [all[2]]);
      assert.deepEqual(await list({ keyword, appUserId: jun.appUserId, type }), []);
      assert.deepEqual(await list({ keyword, accessLevel: 'PUBLIC' }), all);
    }
  });

  for (const query of ['videoRoomState=SLEEPING', 'type=TELEPATHY']) {
    it(`of rooms are refused: ${query}`, async () => {
      for (const call of [mina, app]) refused(await call(`GET /video-rooms?${query}`), 400);
    });
  }

  // Sandbox only: the service publishes the name of no access level but PUBLIC.
  if (target.inside) {
    it('of rooms are the access level too', async () => {
      const title = `levels${run}`;
      await makeRoom(mina, { title: `${title} open` });
      await makeRoom(mina, { title: `${title} closed`, accessLevel: 'PRIVATE' });
      for (const accessLevel of ['PUBLIC', 'PRIVATE']) {
        const expected = `${title} ${accessLevel === 'PUBLIC' ? 'open' : 'closed'}`;
        const filter = { keyword: title, accessLevel };
        assert.deepEqual(await found(mina, '/video-rooms', filter), [expected]);
      }
    });
  }

  it('of members are the whole appUserId and a part of the name', async () => {
    const { appUserId } = jun;
    assert.deepEqual(await found(app, '/members', { appUserId }), [appUserId]);
    assert.deepEqual(await found(app, '/members', { appUserId: appUserId.slice(0, -1) }), []);
    const appUserName = `PAGED${run}`.slice(1);
    assert.deepEqual(await found(app, '/members', { appUserName }), [...appUserIds].sort());
    assert.deepEqual(await found(app, '/members', { appUserName, appUserId }), [appUserId]);
    assert.deepEqual(await found(app, '/members', { appUserName: `nobody${run}` }), []);
  });
});
