import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asAppBelowMembers, asMember, refused } from './support/calls.js';
import { createCast, run, type } from './support/cast.js';
import { target } from './support/target.js';

const { app, enter, makeRoom } = createCast();
const mina = await enter('mina');
const other = createCast(target.otherApp);
const stranger = await other.enter('stranger');

describe('the members', () => {
  it('are registered, changed, listed, got and deleted', async () => {
    const appUserId = `sara${run}`;
    assert.equal((await app('POST /members', { appUserId })).status, 201);
    const changed = await app(`PATCH /members/${appUserId}`, { appUserName: 'Sara' });
    assert.deepEqual([changed.status, changed.body.appUserName], [200, 'Sara']);
    assert.equal((await app(`GET /members/${appUserId}`)).body.appUserName, 'Sara');
    assert.equal((await app(`GET /members?appUserId=${appUserId}`)).body.totalElements, 1);
    assert.equal((await app(`DELETE /members/${appUserId}`)).status, 204);
    refused(await app(`GET /members/${appUserId}`), 404, 'MEMBER_NOT_FOUND');
  });

  it('have an e-mail address, a country, and any picture', async () => {
    const appUserId = `facts${run}`;
    const facts = { email: 'sara@example.com', country: 'KR', customData: { team: 'x' } };
    assert.equal((await app('POST /members', { appUserId, ...facts })).status, 201);
    for (const appUserProfileImgUrl of ['', 'portraits/sara.svg', 'https://app.test/sara.png']) {
      const changed = await app(`PATCH /members/${appUserId}`, { appUserProfileImgUrl });
      assert.equal(changed.status, 200);
      const { body } = await app(`GET /members/${appUserId}`);
      assert.equal(body.appUserProfileImgUrl, appUserProfileImgUrl);
      assert.deepEqual([body.email, body.country], [facts.email, facts.country]);
    }
    const none = { appUserProfileImgUrl: null, email: null, country: null, customData: null };
    assert.equal((await app('POST /members/login', { appUserId, ...none })).status, 200);
    const { body } = await app(`GET /members/${appUserId}`);
    assert.deepEqual({ ...body, ...none }, body);
    await app(`DELETE /members/${appUserId}`);
  });

  it('are listed by their appUserId, forwards and backwards', async () => {
    const names = ['b', 'A', 'c'].map((letter) => `${letter}sorted${run}`);
    for (const appUserId of names) {
      await app('POST /members', { appUserId, appUserName: `sorted${run}` });
    }
    const list = async (sortBy: string) => {
      const { body } = await app(`GET /members?appUserName=sorted${run}&sortBy=${sortBy}`);
      return body.content.map(({ appUserId }) => appUserId);
    };
    assert.deepEqual(await list('APP_USER_ID_ASC'), [...names].sort());
    assert.deepEqual(await list('APP_USER_ID_DESC'), [...names].sort().reverse());
    refused(await app('GET /video-rooms?sortBy=APP_USER_ID_ASC'), 400);
    await app(`DELETE /members/${names.join()}`);
  });

  it('get further tokens with a login, which do not open the member API', async () => {
    const { body } = await app('POST /members/login', { appUserId: mina.appUserId });
    assert.equal((await asMember(body.accessToken)('GET ')).status, 200);
    assert.equal(typeof body.streamingToken, 'string');
    for (const token of [body.streamingToken, body.refreshToken]) {
      if (token) refused(await asMember(token)('GET '), 401);
    }
  });

  it('are deleted several at once', async () => {
    const appUserIds = [`one${run}`, `two${run}`];
    for (const appUserId of appUserIds) await app('POST /members', { appUserId });
    assert.equal((await app(`DELETE /members/${appUserIds.join()}`)).status, 204);
    for (const appUserId of appUserIds) refused(await app(`GET /members/${appUserId}`), 404);
  });

  it('are changed by being registered again', async () => {
    const appUserId = mina.appUserId;
    const { body } = await app('POST /members', { appUserId, appUserName: 'Mina' });
    assert.equal(body.appUserName, 'Mina');
    assert.equal((await app(`GET /members?appUserId=${appUserId}`)).body.totalElements, 1);
  });

  it('log in, also as guests, and can do nothing more once they are deleted', async () => {
    const { status, body } = await app('POST /members/login-as-guest', {});
    assert.equal(Math.floor(status / 100), 2);
    const guest = asMember(body.accessToken);
    const { appUserId } = (await guest('GET ')).body;
    assert.equal((await app(`DELETE /members/${appUserId}`)).status, 204);
    refused(await guest('GET '), 401);
  });

  it('are distinguished by upper and lower case', async () => {
    refused(await app(`GET /members/${mina.appUserId.toUpperCase()}`), 404, 'MEMBER_NOT_FOUND');
  });
});

describe('a member that does not exist or belongs to another app', () => {
  for (const appUserId of [`nobody${run}`, stranger.appUserId]) {
    it(`answers 404, and nobody changes: ${appUserId.replace(run, '')}`, async () => {
      const { id } = await makeRoom(mina);
      const before = await other.app(`GET /members/${appUserId}`);
      const changes = { appUserName: 'Changed' };
      refused(await app(`GET /members/${appUserId}`), 404, 'MEMBER_NOT_FOUND');
      refused(await app(`PATCH /members/${appUserId}`, changes), 404, 'MEMBER_NOT_FOUND');
      refused(await app('POST /video-rooms', { type, appUserId }), 404, 'MEMBER_NOT_FOUND');
      const members = `/video-rooms/${id}/channel/members/${appUserId}`;
      refused(await mina(`GET ${members}`), 404, 'MEMBER_NOT_FOUND');
      refused(await mina(`POST ${members}/ban`), 404, 'MEMBER_NOT_FOUND');
      assert.deepEqual(await other.app(`GET /members/${appUserId}`), before);
      assert.equal((await app(`GET /members?appUserId=${appUserId}`)).body.totalElements, 0);
    });

    it(`is deleted with nobody: ${appUserId.replace(run, '')}`, async () => {
      const route = `DELETE /members/${mina.appUserId},${appUserId}`;
      refused(await app(route), 404, 'MEMBER_NOT_FOUND');
      assert.equal((await app(`GET /members/${mina.appUserId}`)).status, 200);
      assert.equal((await stranger('GET ')).status, 200);
    });
  }
});

describe('an appUserId that has more than letters and digits', () => {
  for (const appUserId of ['a-b', 'a_b', 'a b', 'a@b.c', '미나', '٣', 'a/b', '..%2Fa']) {
    it(`is refused in each path and body, and nothing changes: ${appUserId}`, async () => {
      const { id } = await makeRoom(mina);
      const inPath = encodeURIComponent(appUserId);
      const members = `/video-rooms/${id}/channel/members/${inPath}`;
      const code = 'INVALID_APP_USER_ID_FORMAT';
      const changes = { appUserName: 'Changed' };
      for (const answer of [
        await app('POST /members', { appUserId }),
        await app('POST /members/login', { appUserId }),
        await app('POST /video-rooms', { type, appUserId }),
        await app(`GET /members/${inPath}`),
        await app(`PATCH /members/${inPath}`, changes),
        await app(`DELETE /members/${inPath}`),
        await app(`DELETE /members/${mina.appUserId},${inPath}`),
        await mina(`GET ${members}`),
        await mina(`POST ${members}/set-as-operator`),
        await mina(`POST ${members}/set-as-member`),
        await mina(`POST ${members}/ban`),
        await asAppBelowMembers()(`POST /video-rooms/${id}/members/${inPath}/web-rtc-tokens`, {}),
      ]) {
        refused(answer, 400, code);
      }
      assert.equal((await mina('GET ')).status, 200);
    });
  }
});
