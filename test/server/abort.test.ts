import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createRoomsGateway,
  createTokenEndpoint,
  FfcServerClient,
} from '../../src/server/index.js';
import { credentials, failsWith } from './support/backend.js';

/** The unhandled rejections while `work` runs. By default, each would end the process. */
async function unhandledRejections(work: () => Promise<unknown>): Promise<unknown[]> {
  const unhandled: unknown[] = [];
  const onRejection = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', onRejection);
  try {
    await work();
    // Node reports when the queue of microtasks is empty, before the next timer.
    await new Promise((resolve) => setTimeout(resolve));
    return unhandled;
  } finally {
    process.off('unhandledRejection', onRejection);
  }
}

/** Nothing listens on this port, so a request that is not aborted fails later by itself. */
const client = new FfcServerClient({ endpoint: 'http://127.0.0.1:9', ...credentials });

describe('an abort in the task of the call', () => {
  for (const microtasks of [0, 1, 2, 3, 4, 5, 6, 8]) {
    it(`does not end the backend's process after ${microtasks} microtasks`, async () => {
      const unhandled = await unhandledRejections(async () => {
        const abort = new AbortController();
        const call = client.listRooms({}, { signal: abort.signal });
        for (let passed = 0; passed < microtasks; passed++) await Promise.resolve();
        abort.abort();
        await assert.rejects(call, failsWith({ reason: 'aborted' }));
      });
      assert.deepEqual(unhandled, []);
    });
  }

  it('of a page does not end the process of a token endpoint', async () => {
    const unhandled = await unhandledRejections(async () => {
      const endpoint = createTokenEndpoint({
        client,
        authenticate: () => Promise.resolve({ appUserId: 'mina' }),
        onError: () => {},
      });
      const gone = new AbortController();
      const init = { method: 'POST', signal: gone.signal };
      const answer = endpoint(new Request('http://app.test/ffc/token', init));
      gone.abort();
      assert.equal((await answer).status, 502);
    });
    assert.deepEqual(unhandled, []);
  });

  it('of a page does not end the process of a gateway', async () => {
    const unhandled = await unhandledRejections(async () => {
      const gateway = createRoomsGateway({
        client,
        // The app requests the room while it looks up the session, and then drops the request.
        authorize: (asked) => {
          if (asked.action === 'get') void asked.room();
          return null;
        },
        onError: () => {},
      });
      const gone = new AbortController();
      const request = new Request('http://app.test/ffc/rooms/7', { signal: gone.signal });
      const answer = gateway(request);
      gone.abort();
      assert.equal((await answer).status, 401);
    });
    assert.deepEqual(unhandled, []);
  });

  it('that an app answers by throwing once more does not end the process', async () => {
    const unhandled = await unhandledRejections(async () => {
      const endpoint = createTokenEndpoint({
        client,
        authenticate: () => Promise.reject(new Error('The session store is down.')),
        onError: () => Promise.reject(new Error('So is the log.')) as unknown as undefined,
      });
      const answer = await endpoint(new Request('http://app.test/t', { method: 'POST' }));
      assert.equal(answer.status, 500);
    });
    assert.deepEqual(unhandled, []);
  });
});
