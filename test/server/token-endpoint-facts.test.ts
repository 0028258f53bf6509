import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTokenEndpoint, FfcError, type MemberInput } from '../../src/server/index.js';
import { createScriptedClient, createTestBackend, jsonAnswer } from './support/backend.js';

const ask = (): Request => new Request('https://app.test/ffc/token', { method: 'POST' });
const good = { appUserName: 'Mina', customType: 'teacher' };

/** Values that an app's record of a user may have, but a member cannot. */
const records: [name: string, fields: object, field: string | undefined][] = [
  ['null as picture', { appUserProfileImgUrl: null }, 'appUserProfileImgUrl'],
  ['null as type', { customType: null }, 'customType'],
  ['null as custom data', { customData: null }, 'customData'],
  ['null as language', { lang: null }, 'lang'],
  ['no picture as text', { appUserProfileImgUrl: '' }, 'appUserProfileImgUrl'],
  ['a relative picture', { appUserProfileImgUrl: '/mina.png' }, 'appUserProfileImgUrl'],
  ['a picture that is a script', { appUserProfileImgUrl: 'javascript:1' }, 'appUserProfileImgUrl'],
  ['a picture that is an object', { appUserProfileImgUrl: { url: 1 } }, 'appUserProfileImgUrl'],
  ['a language of POSIX', { lang: 'ko_KR' }, 'lang'],
  ['an empty language', { lang: '' }, 'lang'],
  ['a long type', { customType: 'x'.repeat(51) }, 'customType'],
  ['a list as custom data', { customData: ['a'] }, 'customData'],
  ['nested custom data', { customData: { team: { id: 1 } } }, 'customData'],
  ['long custom data', { customData: { team: 'x'.repeat(51) } }, 'customData'],
  [
    'much custom data',
    { customData: Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`k${n}`, n])) },
    'customData',
  ],
  ['a number as e-mail', { email: 7 }, 'email'],
  ['a language that is right', { lang: 'ko-KR' }, undefined],
  ['null in custom data', { customData: { team: null } }, undefined],
  ['fields of the app’s own', { role: 'admin', passwordHash: null }, undefined],
];

describe('a user signs in', () => {
  for (const [name, fields, field] of records) {
    it(`with ${name}`, async () => {
      const { client, sent } = createTestBackend();
      const errors: unknown[] = [];
      const user = { appUserId: 'mina', ...good, ...fields } as MemberInput;
      const endpoint = createTokenEndpoint({
        client,
        cache: false,
        authenticate: () => user,
        onError: (error) => errors.push(error),
      });
      for (let times = 0; times < 3; times++) assert.equal((await endpoint(ask())).status, 200);
      const member = await client.getMember('mina');
      assert.equal(member.appUserName, 'Mina');
      assert.equal(sent.length, 4);
      if (!field) return assert.deepEqual(errors, []);
      assert.ok(!(field in ((await sent[0]?.json()) as object)));
      // The error is reported only once, and does not contain the value.
      assert.equal(errors.length, 1);
      const [error] = errors;
      assert.ok(error instanceof FfcError);
      assert.match(error.message, new RegExp(`"${field}"`));
      assert.doesNotMatch(error.message, /Mina|xxx|ko_KR|javascript/);
    });
  }

  for (const appUserName of [null, {}, 7]) {
    it(`with the name ${JSON.stringify(appUserName)}`, async () => {
      const { client } = createTestBackend();
      const errors: unknown[] = [];
      const authenticate = () => ({ appUserId: 'mina', appUserName }) as unknown as MemberInput;
      const onError = (error: unknown): unknown => errors.push(error);
      const endpoint = createTokenEndpoint({ client, authenticate, onError });
      assert.equal((await endpoint(ask())).status, 200);
      assert.equal(errors.length, 1);
    });
  }

  it('with a name that is too long for the service, whose limit is not known', async () => {
    const { client, sent } = createTestBackend();
    const errors: unknown[] = [];
    const endpoint = createTokenEndpoint({
      client,
      cache: false,
      authenticate: () => ({ appUserId: 'mina', appUserName: 'x'.repeat(5000) }),
      onError: (error) => errors.push(error),
    });
    for (let times = 0; times < 2; times++) assert.equal((await endpoint(ask())).status, 200);
    assert.deepEqual([sent.length, errors.length], [4, 1]);
    assert.match(String(errors[0]), /INVALID_HTTP_MESSAGE_BODY/);
  });
});

it('a sign-in without facts that the service refuses is not tried again', async () => {
  const { client, sent } = createScriptedClient(jsonAnswer({ errorCode: 'X' }, 400));
  const errors: unknown[] = [];
  const endpoint = createTokenEndpoint({
    client,
    authenticate: () => ({ appUserId: 'mina' }),
    onError: (error) => errors.push(error),
  });
  assert.equal((await endpoint(ask())).status, 502);
  assert.deepEqual([sent.length, errors.length], [1, 1]);
});
