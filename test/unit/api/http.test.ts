import { expect } from '@open-wc/testing';
import type { FfcClient } from '../../../src/api/client.js';
import { createHttp, httpSettings } from '../../../src/api/http.js';
import type { Logger } from '../../../src/core/logger.js';
import { failure, failureOf, FakeClock, fakeFetch, json, never, room, setUp } from './support.js';

const offline = new TypeError('Failed to fetch');
const grant = { webRtcServerUrl: 'wss://media.test', webRtcToken: 'rtc-token' };

describe('a call that fails for a moment', () => {
  const idempotent: [string, (client: FfcClient) => Promise<unknown>, unknown][] = [
    ['a GET', (client) => client.getRoom(7), room],
    ['a PATCH', (client) => client.updateRoom(7, {}), room],
    ['a DELETE', (client) => client.deleteRoom(7), {}],
    ['an RTC token', (client) => client.issueRtcToken(7), grant],
  ];
  for (const [what, call, answer] of idempotent) {
    for (const status of [429, 502, 503, 504]) {
      it(`repeats the request for ${what} after ${status}`, async () => {
        const { client, requests } = setUp([failure(status), json(answer)]);
        await call(client);
        expect(requests).to.have.length(2);
        expect(requests[1]).to.deep.include({ url: requests[0]!.url, body: requests[0]!.body });
      });
    }

    it(`repeats the request for ${what} after a failure of the network`, async () => {
      const { client, requests } = setUp([offline, json(answer)]);
      await call(client);
      expect(requests).to.have.length(2);
    });
  }

  it('creates a room again after 429, because nothing was made', async () => {
    const { client, requests } = setUp([failure(429), json(room, 201)]);
    await client.createRoom({ type: 'VIDEO_CONFERENCE' });
    expect(requests).to.have.length(2);
  });

  it('repeats a request that is still in progress, but does not create a second room', async () => {
    const locked = failure(400, 'REQUEST_LOCKED');
    const { client, requests } = setUp([locked.clone(), json(room), locked]);
    await client.updateRoom(7, { title: 'x' });
    expect(requests).to.have.length(2);
    const error = await failureOf(client.createRoom({ type: 'VIDEO_CONFERENCE' }));
    expect(error).to.include({ reason: 'rate-limited', retryable: true });
    expect(requests).to.have.length(3);
  });

  for (const answer of [failure(503), offline]) {
    const what = answer instanceof Error ? 'the network failed' : answer.status;
    it(`does not create a room again after ${what}, because it may exist`, async () => {
      const { client, requests } = setUp([answer]);
      const error = await failureOf(client.createRoom({ type: 'VIDEO_CONFERENCE' }));
      expect(error.retryable).to.equal(true);
      expect(requests).to.have.length(1);
    });
  }

  for (const status of [400, 403, 404, 500]) {
    it(`does not ask again after ${status}`, async () => {
      const { client, requests } = setUp([failure(status)]);
      await failureOf(client.getRoom(7));
      expect(requests).to.have.length(1);
    });
  }

  it('waits twice as long before each further try, then gives up', async () => {
    const { client, clock } = setUp([failure(503), failure(503), failure(503), failure(502)], {
      retry: { retries: 3, baseDelayMs: 100 },
    });
    const error = await failureOf(client.getRoom(7));
    expect(error).to.include({ reason: 'server-error', status: 502 });
    expect(clock.waits).to.deep.equal([100, 200, 400]);
  });

  it('leaves half of a wait to chance', async () => {
    const { client, clock } = setUp([offline, json(room)]);
    clock.chance = 0;
    await client.getRoom(7);
    expect(clock.waits).to.deep.equal([250]);
  });

  it('waits no longer than the limit', async () => {
    const { client, clock } = setUp([offline, json(room)], {
      retry: { baseDelayMs: 5000, maxDelayMs: 800 },
    });
    await client.getRoom(7);
    expect(clock.waits).to.deep.equal([800]);
  });

  it('waits for as long as Retry-After says in seconds, and a little more', async () => {
    const { client, clock } = setUp([failure(429, undefined, { 'retry-after': '3' }), json(room)]);
    await client.getRoom(7);
    expect(clock.waits).to.deep.equal([3500]);
  });

  it('waits until the date that Retry-After names', async () => {
    const date = new Date(Date.UTC(2026, 0, 1, 0, 0, 4)).toUTCString();
    const { client, clock } = setUp([failure(503, undefined, { 'retry-after': date }), json(room)]);
    await client.getRoom(7);
    expect(clock.waits).to.deep.equal([4500]);
  });

  for (const value of ['soon', '-5', 'Thu, 01 Jan 1970 00:00:00 GMT']) {
    it(`backs off as usual when Retry-After says "${value}"`, async () => {
      const { client, clock } = setUp([
        failure(429, undefined, { 'retry-after': value }),
        json(room),
      ]);
      await client.getRoom(7);
      expect(clock.waits).to.deep.equal([500]);
    });
  }

  it('fails at once when Retry-After asks for more patience than a person has', async () => {
    const { client, clock } = setUp([failure(429, undefined, { 'retry-after': '3600' })]);
    const error = await failureOf(client.getRoom(7));
    expect(error).to.include({ reason: 'rate-limited', retryable: true });
    expect(clock.waits).to.be.empty;
  });

  for (const status of [429, 503]) {
    it(`says how long to wait when a ${status} asks for a day, and does not wait for it`, async () => {
      const { client, clock } = setUp([failure(status, undefined, { 'retry-after': '86400' })]);
      const error = await failureOf(client.getRoom(7));
      expect(error.retryAfterMs).to.equal(86_400_000);
      expect(clock.waits).to.be.empty;
    });
  }

  for (const value of ['9'.repeat(12), '9'.repeat(400), 'Fri, 31 Dec 9999 23:59:59 GMT']) {
    it(`shortens a Retry-After of ${value.slice(0, 20)} to what a timer can wait`, async () => {
      const { client } = setUp([failure(429, undefined, { 'retry-after': value })]);
      // The browser runs a timer at once whose delay is longer.
      expect((await failureOf(client.getRoom(7))).retryAfterMs).to.equal(2 ** 31 - 1);
    });
  }

  it('counts a room as deleted if it is gone at the second attempt', async () => {
    const { client } = setUp([offline, failure(404, 'VIDEO_ROOM_NOT_FOUND')]);
    expect(await client.deleteRoom(7)).to.equal(undefined);
  });

  it('tells the logger of the wait, and neither id nor token', async () => {
    const lines: string[] = [];
    const logger: Logger = {
      debug: (message, facts) => lines.push(JSON.stringify([message, facts])),
      warn: () => {},
    };
    const { client } = setUp([failure(503), json(room)], { logger });
    await client.getRoom(7001);
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('getRoom').and.to.contain('server-error');
    expect(lines[0]).not.to.match(/7001|member-token/);
  });
});

describe('a call without a usable answer', () => {
  it('rejects with network, with the error of fetch as the cause', async () => {
    const { client } = setUp([offline], { retry: { retries: 0 } });
    const error = await failureOf(client.me());
    expect(error).to.include({ reason: 'network', stage: 'api', retryable: true, cause: offline });
  });

  it('rejects with timeout when the headers do not come in time', async () => {
    const { client, clock, requested, requests } = setUp([never]);
    const error = failureOf(client.me());
    await requested;
    clock.passLimits();
    expect(await error).to.include({ reason: 'timeout', stage: 'api', retryable: true });
    expect(requests[0]!.init.signal!.aborted).to.equal(true);
    expect(clock.limits).to.equal(0);
  });

  it('rejects with timeout when the body does not end in time', async () => {
    let onRead = (): void => {};
    const reading = new Promise<void>((resolve) => (onRead = resolve));
    const endless = new ReadableStream({ pull: () => onRead() }, { highWaterMark: 0 });
    const { client, clock } = setUp([new Response(endless)]);
    const error = failureOf(client.me());
    await reading;
    clock.passLimits();
    expect((await error).reason).to.equal('timeout');
  });

  it('ends its time limit when the answer is there', async () => {
    const { client, clock } = setUp([json({ appUserId: 'mina' })]);
    await client.me();
    expect(clock.limits).to.equal(0);
  });

  it('rejects with network when the body breaks off', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(offline) });
    const { client } = setUp([new Response(broken)], { retry: { retries: 0 } });
    expect((await failureOf(client.me())).reason).to.equal('network');
  });

  it('rejects a body that is far too big, and stops reading it', async () => {
    let cancelled = false;
    const flood = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
      cancel: () => void (cancelled = true),
    });
    const { client } = setUp([new Response(flood)]);
    const error = await failureOf(client.me());
    expect(error).to.include({ reason: 'invalid-response', retryable: false });
    expect(cancelled).to.equal(true);
  });

  it('reads text that is cut in the middle of a character', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...room, title: '비디오룸' }));
    const single = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const { client } = setUp([new Response(single)]);
    expect((await client.getRoom(7)).title).to.equal('비디오룸');
  });
});

describe('a call that its caller gives up', () => {
  it('rejects with aborted, and sends nothing, when it was given up before', async () => {
    let asked = 0;
    const { client, requests } = setUp([], { tokenProvider: () => `token${++asked}` });
    const error = await failureOf(client.me({ signal: AbortSignal.abort('no need') }));
    expect(error).to.include({ reason: 'aborted', retryable: false, cause: 'no need' });
    expect([requests.length, asked]).to.deep.equal([0, 0]);
  });

  it('rejects with aborted, and aborts the request that is on its way', async () => {
    const { client, clock, requested, requests } = setUp([never]);
    const abort = new AbortController();
    const error = failureOf(client.me({ signal: abort.signal }));
    await requested;
    abort.abort();
    expect((await error).reason).to.equal('aborted');
    expect(requests[0]!.init.signal!.aborted).to.equal(true);
    expect(clock.limits).to.equal(0);
    expect(clock.waits).to.be.empty;
  });

  it('rejects with aborted when a fetch pays no attention to its signal', async () => {
    const { client, requested } = setUp([() => new Promise<Response>(() => {})]);
    const abort = new AbortController();
    const error = failureOf(client.me({ signal: abort.signal }));
    await requested;
    abort.abort();
    expect((await error).reason).to.equal('aborted');
  });

  it('does not try again when it is given up while it waits', async () => {
    const { client, clock, requests } = setUp([failure(503)]);
    const abort = new AbortController();
    clock.onWait = () => abort.abort();
    const error = await failureOf(client.getRoom(7, { signal: abort.signal }));
    expect(error.reason).to.equal('aborted');
    expect(requests).to.have.length(1);
  });
});

describe('a transport with credentials that cannot be renewed', () => {
  const call = { name: 'listMembers', method: 'GET', path: '/v2/apps/me/members' } as const;

  it('sends them as they are, and gives up at the first 401', async () => {
    const { fetch, requests } = fakeFetch(failure(401, 'INVALID_APP_CREDENTIALS'));
    const header = 'Basic a2V5OnNlY3JldA==';
    const send = createHttp(
      {
        baseUrl: 'https://portal.test',
        authorization: { renewable: false, authorize: () => Promise.resolve({ header }) },
      },
      httpSettings({ fetch, clock: new FakeClock() }),
    );
    const error = await failureOf(send(call, (text) => text));
    expect(error).to.include({ reason: 'token-rejected', stage: 'token', status: 401 });
    expect(requests).to.have.length(1);
    expect(requests[0]!.headers.get('authorization')).to.equal(header);
    expect(requests[0]!.init).not.to.have.any.keys('credentials', 'cache', 'redirect');
  });
});
