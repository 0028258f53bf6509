import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRoomsGateway, FfcServerClient } from '../../src/server/index.js';
import { createCast, run } from './support/cast.js';
import { target } from './support/target.js';

const { enter, makeRoom } = createCast();
const mina = await enter('mina');

const gateway = createRoomsGateway({
  client: new FfcServerClient({
    endpoint: target.serverUrl,
    ...target.app,
    fetch: (input, init) => target.fetch(new Request(input, init)),
    allowHttp: true,
  }),
  authorize: () => ({ appUserId: mina.appUserId }),
});

async function ask(path: string): Promise<Readonly<Record<string, unknown>>> {
  const answer = await gateway(new Request(`https://app.test/ffc/rooms${path}`));
  assert.equal(answer.status, 200);
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}

const fieldsOf = (value: unknown): string[] => Object.keys(value as object).sort();

describe('the answers of an app’s gateway', () => {
  it('is a room with all fields that the member API has', async () => {
    const { id, uuid } = await makeRoom(mina, { title: `gate ${run}` });
    const { body } = await mina(`GET /video-rooms/${id}`);
    for (const path of [`/${id}`, `/uuid/${uuid}`]) {
      const room = await ask(path);
      for (const field of fieldsOf(body)) assert.ok(field in room, field);
      const { app, channel, creatorType, creatorId, lastSessionNo, description } = room;
      const facts = { app, channel, creatorType, creatorId, lastSessionNo, description };
      assert.deepEqual({ ...body, ...facts }, body);
    }
  });

  for (const [name, keyword] of [
    ['with rooms', `page ${run}`],
    ['without', `nothing ${run}`],
  ] as const) {
    it(`is a page with all fields that the member API has: ${name}`, async () => {
      await makeRoom(mina, { title: `page ${run}` });
      const query = `?keyword=${encodeURIComponent(keyword)}`;
      const { body } = await mina(`GET /video-rooms${query}`);
      const page = await ask(query);
      for (const field of fieldsOf(body)) assert.ok(field in page, field);
      const { content, ...envelope } = page;
      assert.deepEqual({ ...body, ...envelope }, body);
      assert.equal((content as unknown[]).length, body.content.length);
    });
  }
});
