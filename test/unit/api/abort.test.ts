import { expect } from '@open-wc/testing';
import { createGatewayRoomsApi } from '../../../src/api/gateway.js';
import { TokenSource } from '../../../src/api/token-source.js';
import { createRoomListStore } from '../../../src/state/list/room-list-store.js';
import { unhandledRejections } from '../../support/unhandled.js';
import { failureOf, FakeClock, json, pageOf, setUp, timeoutMs } from './support.js';

/** Rejects at once with the signal's reason, as the platform's `fetch` does. */
const fetchAsPlatform: typeof fetch = (_url, init) =>
  init?.signal?.aborted
    ? Promise.reject(init.signal.reason as Error)
    : Promise.resolve(json(pageOf([])));

/** The numbers of microtasks between a call and its abort. */
const moments = [0, 1, 2, 3, 4, 5, 6, 8];
async function abortAfter(microtasks: number, abort: AbortController): Promise<void> {
  for (let passed = 0; passed < microtasks; passed++) await Promise.resolve();
  abort.abort();
}

describe('an abort in the task of the call', () => {
  for (const moment of moments) {
    it(`leaves nothing unhandled after ${moment} microtasks`, async () => {
      const unhandled = await unhandledRejections(async () => {
        const { client } = setUp([], { fetch: fetchAsPlatform });
        const gateway = createGatewayRoomsApi({ roomsUrl: '/rooms', fetch: fetchAsPlatform });
        await client.listRooms();
        for (const rooms of [client, gateway]) {
          const abort = new AbortController();
          const call = rooms.listRooms({}, { signal: abort.signal });
          await abortAfter(moment, abort);
          await call.catch((error: unknown) =>
            expect(error).to.include({ reason: 'aborted', stage: 'api' }),
          );
        }
      });
      expect(unhandled).to.deep.equal([]);
    });

    it(`leaves no event stream's failure unhandled after ${moment} microtasks`, async () => {
      const unhandled = await unhandledRejections(async () => {
        const { client } = setUp([], { fetch: fetchAsPlatform });
        await client.listRooms();
        const abort = new AbortController();
        client.subscribe(() => {}, { signal: abort.signal });
        await abortAfter(moment, abort);
      });
      expect(unhandled).to.deep.equal([]);
    });
  }

  it('asks nobody for anything', async () => {
    let requests = 0;
    const { client } = setUp([], {
      fetch: (...request) => {
        requests++;
        return fetchAsPlatform(...request);
      },
    });
    const error = await failureOf(client.listRooms({}, { signal: AbortSignal.abort() }));
    expect(error.reason).to.equal('aborted');
    expect(requests).to.equal(0);
  });

  it('leaves the failure of a token provider handled', async () => {
    const unhandled = await unhandledRejections(async () => {
      const clock = new FakeClock();
      const abort = new AbortController();
      const source = new TokenSource(() => Promise.reject(new Error('signed out')), {
        timeoutMs,
        clock,
      });
      const token = source.authorize(abort.signal);
      abort.abort(new Error('cancelled'));
      await token.catch((error: unknown) => expect((error as Error).message).to.equal('cancelled'));
      await source.authorize(AbortSignal.abort(new Error('cancelled'))).catch(() => {});
    });
    expect(unhandled).to.deep.equal([]);
  });

  it('leaves nothing unhandled when a list is requested twice', async () => {
    const unhandled = await unhandledRejections(async () => {
      const { client } = setUp([], { fetch: fetchAsPlatform });
      const store = createRoomListStore({ rooms: client });
      await store.load({});
      const first = store.load({ keyword: 'a' });
      const second = store.load({ keyword: 'ab' });
      expect((await failureOf(first)).reason).to.equal('aborted');
      await second;
      store.dispose();
    });
    expect(unhandled).to.deep.equal([]);
  });
});
