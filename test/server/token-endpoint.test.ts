import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FfcClient } from '../../src/api/client.js';
import { createTokenEndpoint, type MemberInput } from '../../src/server/index.js';
import { createScriptedClient, createTestBackend, jsonAnswer } from './support/backend.js';

const url = 'https://app.test/ffc/token';
const mina: MemberInput = { appUserId: 'mina', appUserName: 'Mina' };
const ask = (headers: Record<string, string> = {}): Request =>
  new Request(url, { method: 'POST', headers });

const errorCodeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { errorCode: string }).errorCode;

describe('the token endpoint', () => {
  it('logs the user of the app in, with a token that the member API takes', async () => {
    const { client, service } = createTestBackend();
    const endpoint = createTokenEndpoint({ client, authenticate: () => mina });
    const answer = await endpoint(ask({ 'sec-fetch-site': 'same-origin' }));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const { accessToken } = (await answer.json()) as { accessToken: string };
    const page = new FfcClient({
      endpoint: 'https://service.test',
      tokenProvider: () => accessToken,
      fetch: (...call) => service.fetch(new Request(...call)),
    });
    assert.equal((await page.me()).appUserName, 'Mina');
  });

  it('passes the request to the app, and only a member’s fields of its user to the service', async () => {
    const { client, sent } = createTestBackend();
    const endpoint = createTokenEndpoint({
      client,
      authenticate: (request) =>
        Promise.resolve({ ...mina, passwordHash: request.headers.get('cookie') }),
    });
    assert.equal((await endpoint(ask({ cookie: 'session=1' }))).status, 200);
    assert.deepEqual(await sent[0]?.json(), mina);
  });

  it('answers 401 when nobody is signed in, and asks the service nothing', async () => {
    const { client, sent } = createTestBackend();
    const endpoint = createTokenEndpoint({ client, authenticate: () => null });
    const answer = await endpoint(ask());
    assert.deepEqual([answer.status, await errorCodeOf(answer)], [401, 'NOT_SIGNED_IN']);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(sent.length, 0);
  });

  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']) {
    it(`does not answer to ${method}`, async () => {
      const { client } = createTestBackend();
      const endpoint = createTokenEndpoint({ client, authenticate: () => mina });
      const answer = await endpoint(new Request(url, { method }));
      assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'POST']);
    });
  }

  const origins: [name: string, headers: Record<string, string>, status: number][] = [
    ['the own page', { 'sec-fetch-site': 'same-origin', origin: 'https://app.test' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://app.test' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['the own page of an old browser', { origin: 'https://app.test' }, 200],
    ['the own page, behind a proxy that ends TLS', { origin: 'http://app.test' }, 200],
    ['another site of an old browser', { origin: 'https://evil.test' }, 403],
    ['a site whose name starts alike', { origin: 'https://app.test.evil.test' }, 403],
    ['another port', { origin: 'https://app.test:8443' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['no page', {}, 200],
  ];
  for (const [name, headers, status] of origins) {
    it(`answers ${status} to ${name}`, async () => {
      const { client, sent } = createTestBackend();
      const asked: Request[] = [];
      const authenticate = (request: Request): MemberInput => (asked.push(request), mina);
      const answer = await createTokenEndpoint({ client, authenticate })(ask(headers));
      assert.equal(answer.status, status);
      assert.deepEqual([asked.length, sent.length], status === 200 ? [1, 1] : [0, 0]);
    });
  }

  it('answers 502 without details when the service fails, and tells the backend', async () => {
    for (const failure of [
      jsonAnswer({ errorCode: 'INVALID_APP_CREDENTIALS', errorMessage: 'secret things' }, 401),
      new TypeError('getaddrinfo secret.internal'),
    ]) {
      const { client } = createScriptedClient(failure);
      const errors: unknown[] = [];
      const onError = (error: unknown): unknown => errors.push(error);
      const endpoint = createTokenEndpoint({
        client,
        authenticate: () => mina,
        onError,
      });
      const answer = await endpoint(ask());
      const text = await answer.text();
      assert.equal(answer.status, 502);
      assert.match(text, /SERVICE_FAILED/);
      assert.doesNotMatch(text, /secret|CREDENTIALS/);
      assert.equal(errors.length, 1);
    }
  });

  const mistakes: Record<string, () => MemberInput> = {
    'a user id with other characters': () => ({ appUserId: 'mina@app.test' }),
    'no user id': () => ({}) as MemberInput,
    'a number as user id': () => ({ appUserId: 7 }) as unknown as MemberInput,
    'an exception': () => {
      throw new Error('the database of users is down');
    },
  };
  for (const [name, authenticate] of Object.entries(mistakes)) {
    it(`answers 500 when the app gives ${name}, and tells the backend`, async () => {
      const { client, sent } = createTestBackend();
      const errors: unknown[] = [];
      const endpoint = createTokenEndpoint({
        client,
        authenticate,
        onError: (error) => errors.push(error),
      });
      const answer = await endpoint(ask());
      assert.deepEqual([answer.status, await errorCodeOf(answer)], [500, 'INTERNAL_SERVER_ERROR']);
      assert.deepEqual([errors.length, sent.length], [1, 0]);
    });
  }
});
