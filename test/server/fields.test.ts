import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRoomsGateway } from '../../src/server/index.js';
import { createTestBackend, failsWith } from './support/backend.js';
import { caller, type } from './support/gateway.js';

describe('the answers of the gateway', () => {
  it('have every field that the member API has, of rooms and of pages', async () => {
    const { client, service } = createTestBackend();
    const { accessToken } = await client.login({ appUserId: 'mina' });
    const call = caller(createRoomsGateway({ client, authorize: () => ({ appUserId: 'mina' }) }));
    const headers = { authorization: `Bearer ${accessToken}` };
    const direct = async (path: string): Promise<unknown> => {
      const url = `https://service.test/v2/members/me/video-rooms${path}`;
      return (await service.fetch(new Request(url, { headers }))).json();
    };
    const same = async (path: string): Promise<void> => {
      // The gateway itself adds `can`, the permissions of the member.
      const { text } = await call(`GET ${path}`);
      const told: unknown = JSON.parse(text, (key, value: unknown) =>
        key === 'can' ? undefined : value,
      );
      assert.deepEqual(told, await direct(path), path);
    };
    const custom = { title: 'x', customData: { a: 1, b: null }, password: 'x' };
    for (const fields of [{}, custom, { scheduledAt: '2030-01-01T00:00:00Z' }]) {
      const { text } = await call('POST ', { type, ...fields });
      const { id, uuid } = JSON.parse(text) as { id: number; uuid: string };
      await same(`/${id}`);
      await same(`/uuid/${uuid}`);
    }
    for (const query of ['', '?page=2&pageSize=2', '?keyword=nothing', '?sortBy=CREATED_AT_ASC']) {
      const mine = `${query || '?'}&appUserId=mina`.replace('?&', '?');
      await same(mine);
      await same(query);
    }
    const empty = JSON.parse((await call('GET ?accessLevel=PRIVATE&appUserId=jun')).text) as object;
    assert.deepEqual(
      { ...empty, pageable: null, sort: null },
      { ...((await direct('?keyword=nothing')) as object), pageable: null, sort: null },
    );
  });
});

describe('the server client', () => {
  it('knows e-mail and country of members, and lists by their ids', async () => {
    const { client } = createTestBackend();
    await client.upsertMember({ appUserId: 'b', email: 'b@app.test', country: 'KR' });
    await client.upsertMember({ appUserId: 'a', appUserName: 'A' });
    const list = async (sortBy: 'APP_USER_ID_ASC' | 'APP_USER_ID_DESC') =>
      (await client.listMembers({ sortBy })).content.map(({ appUserId }) => appUserId);
    assert.deepEqual(await list('APP_USER_ID_ASC'), ['a', 'b']);
    assert.deepEqual(await list('APP_USER_ID_DESC'), ['b', 'a']);
    const { email, country } = await client.getMember('b');
    assert.deepEqual([email, country], ['b@app.test', 'KR']);
    const changed = await client.updateMember('b', { email: null, appUserName: null });
    assert.equal(changed.email, undefined);
  });

  it('makes the address of the service’s own page for a member of a room', async () => {
    const { client } = createTestBackend();
    const login = await client.login({ appUserId: 'mina' });
    const { uuid = '' } = await client.createRoom({ appUserId: 'mina', type });
    const address = await client.embedUrl({
      appId: 7,
      roomUuid: uuid,
      login,
      isObserver: true,
      displayName: '미나 & Co',
      drawLayoutType: 'scroll',
    });
    const url = new URL(address);
    assert.equal(
      url.origin + url.pathname,
      `https://service.test/vicollo-apps/7/rooms/join/${uuid}`,
    );
    const { key = '', ...looks } = Object.fromEntries(url.searchParams);
    assert.deepEqual(looks, {
      isObserver: 'true',
      displayName: '미나 & Co',
      drawLayoutType: 'scroll',
    });
    const told = JSON.parse(Buffer.from(key, 'base64').toString()) as object;
    assert.deepEqual(told, JSON.parse(JSON.stringify(login)));
  });

  it('makes no address that leads elsewhere', async () => {
    const { client } = createTestBackend();
    const login = await client.login({ appUserId: 'mina' });
    for (const roomUuid of ['', '7', '../..', 'x?y']) {
      await assert.rejects(
        client.embedUrl({ appId: 7, roomUuid, login }),
        failsWith({ reason: 'invalid-room-id' }),
      );
    }
  });
});
