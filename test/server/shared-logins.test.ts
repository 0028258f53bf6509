import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createTokenEndpoint,
  type MemberInput,
  type TokenEndpointOptions,
} from '../../src/server/index.js';
import { createGate } from './support/gate.js';

const mina: MemberInput = { appUserId: 'mina', appUserName: 'Mina' };
const jwt = (exp: number): string => `h.${btoa(JSON.stringify({ exp }))}.s`;

type Login = TokenEndpointOptions['client']['login'];

/** An endpoint that logs in the user in `as`, and the logins that reach the service. */
function createTestEndpoint(options: Partial<TokenEndpointOptions> = {}, login?: Login) {
  const state = { as: mina, time: 0 };
  const asked: MemberInput[] = [];
  const errors: unknown[] = [];
  const endpoint = createTokenEndpoint({
    client: {
      login: async (member, options) => {
        asked.push(member);
        await Promise.resolve();
        const accessToken = `token${asked.length}`;
        const grant = { accessToken, refreshToken: undefined, streamingToken: undefined };
        return login ? login(member, options) : grant;
      },
    },
    authenticate: () => state.as,
    cache: { now: () => state.time },
    onError: (error) => errors.push(error),
    ...options,
  });
  const ask = async (headers: Record<string, string> = {}, signal?: AbortSignal) => {
    const init = { method: 'POST', headers, ...(signal && { signal }) };
    const answer = await endpoint(new Request('https://app.test/ffc/token', init));
    const { accessToken } = (await answer.json()) as { accessToken?: string };
    return accessToken ?? answer.status;
  };
  return { ask, asked, errors, state };
}

const grantOf = (accessToken: string) => ({
  accessToken,
  refreshToken: undefined,
  streamingToken: undefined,
});

describe('a member who asks for a token many times in a moment', () => {
  it('is logged in once, and has the same token in all pages', async () => {
    const { ask, asked } = createTestEndpoint();
    const tokens = await Promise.all(Array.from({ length: 50 }, () => ask()));
    assert.deepEqual([new Set(tokens).size, asked.length], [1, 1]);
    assert.equal(await ask(), tokens[0]);
    assert.equal(asked.length, 1);
  });

  it('is logged in again a few seconds later', async () => {
    const { ask, asked, state } = createTestEndpoint();
    await ask();
    state.time = 4999;
    await ask();
    assert.equal(asked.length, 1);
    state.time = 5000;
    assert.equal(await ask(), 'token2');
  });

  it('is logged in each time where the app wants it so', async () => {
    const { ask, asked } = createTestEndpoint({ cache: false });
    await Promise.all([ask(), ask()]);
    assert.equal(asked.length, 2);
  });

  it('shares nothing with another one', async () => {
    const { ask, asked, state } = createTestEndpoint();
    const first = ask();
    state.as = { appUserId: 'jun' };
    const tokens = [await first, await ask()];
    assert.deepEqual(tokens, ['token1', 'token2']);
    // Ids are case sensitive.
    state.as = { appUserId: 'Mina', appUserName: 'Mina' };
    assert.equal(await ask(), 'token3');
    assert.equal(asked.length, 3);
  });

  it('is logged in again when the app’s facts about them change, and when they change back', async () => {
    const { ask, asked, state } = createTestEndpoint();
    await ask();
    state.as = { ...mina, customData: { team: 'a' } };
    await ask();
    state.as = { ...mina, customData: { team: 'b' } };
    await Promise.all([ask(), ask()]);
    state.as = mina;
    await ask();
    assert.deepEqual(
      asked.map(({ customData }) => customData?.['team']),
      [undefined, 'a', 'b', undefined],
    );
  });

  it('gets no older token when two changes cross', async () => {
    const gates = [createGate(), createGate()];
    let calls = 0;
    const { ask, state } = createTestEndpoint({}, async () => {
      const number = calls++;
      await gates[number]?.opened;
      return grantOf(`login${number}`);
    });
    const first = ask();
    state.as = { ...mina, appUserName: 'New' };
    const second = ask();
    gates[1]?.open();
    await second;
    gates[0]?.open();
    await first;
    assert.equal(await ask(), 'login1');
  });

  it('gets another token when the service has refused the first', async () => {
    const { ask } = createTestEndpoint();
    assert.equal(await ask(), 'token1');
    assert.equal(await ask({ 'ffc-token-reason': 'unauthorized' }), 'token2');
    assert.equal(await ask(), 'token2');
  });

  it('gets no token that is about to expire, unless it is a new one', async () => {
    const expiries = [70, 62, 3600];
    const { ask, asked, state } = createTestEndpoint({}, () =>
      Promise.resolve(grantOf(jwt(expiries[asked.length - 1] ?? 0))),
    );
    assert.equal(await ask(), jwt(70));
    state.time = 4000;
    assert.equal(await ask(), jwt(70));
    state.time = 5000;
    // The token expires in less than a minute.
    assert.equal(await ask(), jwt(62));
    assert.equal(await ask(), jwt(3600));
    assert.equal(await ask(), jwt(3600));
    assert.equal(asked.length, 3);
  });

  it('is logged in again after a failure, which is reported to the app once', async () => {
    let failing = true;
    const { ask, asked, errors } = createTestEndpoint({}, () =>
      failing ? Promise.reject(new Error('down')) : Promise.resolve(grantOf('good')),
    );
    assert.deepEqual(await Promise.all([ask(), ask(), ask()]), [502, 502, 502]);
    assert.deepEqual([asked.length, errors.length], [1, 1]);
    failing = false;
    assert.equal(await ask(), 'good');
  });

  it('keeps a login that one of the pages gave up, until the last one does', async () => {
    const gate = createGate();
    let aborted = false;
    const { ask, errors } = createTestEndpoint({}, async (_member, { signal } = {}) => {
      signal?.addEventListener('abort', () => (aborted = true));
      await Promise.race([
        gate.opened,
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
      ]);
      return grantOf('shared');
    });
    const closed = [new AbortController(), new AbortController()];
    const gone = ask({}, closed[0]?.signal);
    const stays = ask();
    await Promise.resolve();
    closed[0]?.abort();
    assert.equal(await gone, 502);
    assert.equal(aborted, false);
    gate.open();
    assert.equal(await stays, 'shared');
    assert.deepEqual([aborted, errors], [false, []]);
  });

  it('has its login aborted when no page waits for it', async () => {
    let aborted = false;
    const page = new AbortController();
    const { ask, errors } = createTestEndpoint(
      {},
      (_member, { signal } = {}) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason as Error);
          });
          page.abort();
        }),
    );
    assert.equal(await ask({}, page.signal), 502);
    assert.deepEqual([aborted, errors], [true, []]);
  });

  it('is forgotten first when there are too many', async () => {
    const { ask, asked, state } = createTestEndpoint({ cache: { maxMembers: 2 } });
    for (const appUserId of ['a', 'b', 'c']) {
      state.as = { appUserId };
      await ask();
    }
    for (const appUserId of ['c', 'b', 'a']) {
      state.as = { appUserId };
      await ask();
    }
    assert.deepEqual(
      asked.map(({ appUserId }) => appUserId),
      ['a', 'b', 'c', 'a'],
    );
  });
});
