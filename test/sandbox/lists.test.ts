import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createRoom,
  createTestService,
  rooms,
  type AnswerBody,
  type TestService,
} from './support/service.js';

async function withRooms(count: number): Promise<TestService & { mina: string }> {
  let time = Date.UTC(2026, 0, 1);
  const service = createTestService({ now: () => (time += 1000) });
  const mina = await service.login('mina');
  for (let n = 1; n <= count; n++) await createRoom(service, mina, { title: `Room ${n}` });
  return { ...service, mina };
}

const titles = ({ content }: AnswerBody) => content.map(({ title }) => title);

describe('a list', () => {
  it('has the first ten, newest first, by default', async () => {
    const { call, mina } = await withRooms(23);
    const { status, body } = await call(`GET ${rooms}`, { as: mina });
    assert.equal(status, 200);
    const { content, ...envelope } = body;
    assert.equal(content.length, 10);
    assert.equal(content[0]?.title, 'Room 23');
    const sort = { sorted: true, unsorted: false, empty: false };
    assert.deepEqual(envelope, {
      totalPages: 3,
      totalElements: 23,
      numberOfElements: 10,
      number: 0,
      size: 10,
      first: true,
      last: false,
      empty: false,
      pageable: { pageNumber: 0, pageSize: 10, offset: 0, paged: true, unpaged: false, sort },
      sort,
    });
  });

  it('counts pages from 1 in the request and from 0 in the answer', async () => {
    const { call, mina } = await withRooms(3);
    const { body } = await call(`GET ${rooms}?page=2&pageSize=2`, { as: mina });
    assert.deepEqual(titles(body), ['Room 1']);
    assert.equal(body.number, 1);
    assert.deepEqual([body.first, body.last, body.pageable.offset], [false, true, 2]);
  });

  it('treats page 0 as the first page', async () => {
    const { call, mina } = await withRooms(1);
    const { body } = await call(`GET ${rooms}?page=0`, { as: mina });
    assert.deepEqual([body.number, body.numberOfElements], [0, 1]);
  });

  it('is empty after its last page', async () => {
    const { call, mina } = await withRooms(2);
    const { body } = await call(`GET ${rooms}?page=9`, { as: mina });
    assert.deepEqual([body.empty, body.last, body.number, body.totalElements], [true, true, 8, 2]);
  });

  it('has no pages when it has no rooms', async () => {
    const { call, mina } = await withRooms(0);
    const { body } = await call(`GET ${rooms}`, { as: mina });
    assert.deepEqual(
      [body.empty, body.first, body.last, body.totalPages, body.totalElements],
      [true, true, true, 0, 0],
    );
  });

  it('gives no more than 100 at once', async () => {
    const { call, mina } = await withRooms(1);
    const { body } = await call(`GET ${rooms}?pageSize=5000`, { as: mina });
    assert.equal(body.size, 100);
  });

  for (const query of ['page=-1', 'page=one', 'pageSize=0', 'pageSize=1e9', 'sortBy=TITLE_ASC']) {
    it(`refuses ${query}`, async () => {
      const { call, mina } = await withRooms(0);
      const { status, body } = await call(`GET ${rooms}?${query}`, { as: mina });
      assert.deepEqual([status, body.errorCode], [400, 'INVALID_HTTP_REQUEST_PARAMETER']);
    });
  }

  it('treats an empty parameter as absent', async () => {
    const { call, mina } = await withRooms(1);
    const { body } = await call(`GET ${rooms}?keyword=&page=&videoRoomState=`, { as: mina });
    assert.equal(body.numberOfElements, 1);
  });

  it('sorts by the times of creation and of change', async () => {
    const { call, mina } = await withRooms(3);
    await call(`PATCH ${rooms}/2`, { as: mina, json: { description: 'Changed last' } });
    const sorted = async (order: string): Promise<(string | null)[]> =>
      titles((await call(`GET ${rooms}?sortBy=${order}`, { as: mina })).body);
    assert.deepEqual(await sorted('CREATED_AT_ASC'), ['Room 1', 'Room 2', 'Room 3']);
    assert.deepEqual(await sorted('CREATED_AT_DESC'), ['Room 3', 'Room 2', 'Room 1']);
    assert.deepEqual(await sorted('LAST_MODIFIED_AT_ASC'), ['Room 1', 'Room 3', 'Room 2']);
    assert.deepEqual(await sorted('LAST_MODIFIED_AT_DESC'), ['Room 2', 'Room 3', 'Room 1']);
  });

  it('finds words in title and description, in any case and any form of Korean', async () => {
    const { call, mina, ...service } = await withRooms(0);
    await createRoom({ call, ...service }, mina, { title: 'Weekly REVIEW' });
    await createRoom({ call, ...service }, mina, { description: 'a review, monthly' });
    await createRoom({ call, ...service }, mina, { title: '회의' });
    const found = async (keyword: string): Promise<number> =>
      (await call(`GET ${rooms}?keyword=${encodeURIComponent(keyword)}`, { as: mina })).body
        .totalElements;
    assert.equal(await found('review'), 2);
    assert.equal(await found('회의'.normalize('NFD')), 1);
    assert.equal(await found('nowhere'), 0);
    assert.equal(await found('.*'), 0);
  });

  it('filters by state, type and owner', async () => {
    const { call, mina, ...service } = await withRooms(1);
    const jun = await service.login('jun');
    await createRoom({ call, ...service }, jun, {
      type: 'BROADCAST_RTMP',
      scheduledAt: '2030-01-01T00:00:00Z',
      title: 'Show',
    });
    const found = async (query: string): Promise<(string | null)[]> =>
      titles((await call(`GET ${rooms}?${query}`, { as: mina })).body);
    assert.deepEqual(await found('videoRoomState=SCHEDULED'), ['Show', 'Room 1']);
    assert.deepEqual(await found('type=VIDEO_CONFERENCE'), ['Room 1']);
    assert.deepEqual(await found('appUserId=jun'), ['Show']);
    assert.deepEqual(await found('videoRoomState=LIVE'), []);
  });

  it('shows rooms that are not public to their owner only', async () => {
    const { call, mina, ...service } = await withRooms(0);
    await createRoom({ call, ...service }, mina, { title: 'Mine', accessLevel: 'PRIVATE' });
    const jun = await service.login('jun');
    assert.equal((await call(`GET ${rooms}`, { as: mina })).body.totalElements, 1);
    assert.equal((await call(`GET ${rooms}`, { as: jun })).body.totalElements, 0);
  });
});
