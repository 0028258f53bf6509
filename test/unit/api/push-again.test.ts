import { expect, waitUntil } from '@open-wc/testing';
import { FfcClient } from '../../../src/api/client.js';
import { change, expected, HeldClock, listen, sse, stream, world } from './push-support.js';
import { failure, fakeFetch, json, never, timeoutMs } from './support.js';

const me = { appUserId: 'mina' };

describe('an event stream', () => {
  describe('that was given up', () => {
    const given = (requests: readonly unknown[], count: number) =>
      waitUntil(() => requests.length === count, undefined, { timeout: 4000 });

    it('is opened again once a call has succeeded with another token', async () => {
      const anew = expected(() => stream().answer);
      const { client, requests } = world(
        failure(401),
        failure(401),
        failure(401),
        json(me),
        anew.answer,
      );
      const { opened } = listen(client);
      await given(requests, 2);
      await client.me();
      expect((await anew.made).headers.get('authorization')).to.equal('Bearer secret-3');
      await opened;
      expect(requests).to.have.length(5);
    });

    it('is opened again after signing in, where nobody was signed in before', async () => {
      const anew = expected(() => stream().answer);
      let isSignedIn = false;
      const { fetch, requests } = fakeFetch(json(me), anew.answer);
      const client = new FfcClient({
        endpoint: 'https://api.test',
        tokenProvider: () => (isSignedIn ? 'token' : ''),
        fetch,
        retry: { retries: 0 },
        timeoutMs,
        clock: new HeldClock(),
      });
      const { opened } = listen(client);
      await client.me().catch(() => {});
      expect(requests).to.be.empty;
      isSignedIn = true;
      await client.me();
      await anew.made;
      await opened;
    });

    it('is not opened again with the token that it was refused for', async () => {
      const { client, requests } = world(failure(404), json(me), json(me));
      listen(client);
      await given(requests, 1);
      await client.me();
      await client.me();
      expect(requests).to.have.length(3);
    });

    it('stays closed where nobody listens any more', async () => {
      const { client, requests } = world(failure(404), failure(401), json(me));
      const { abort } = listen(client);
      await given(requests, 1);
      abort();
      await client.me();
      expect(requests).to.have.length(3);
    });

    it('starts again when the member is forgotten', async () => {
      const anew = expected(() => stream().answer);
      const { client, requests } = world(failure(403), anew.answer);
      const { opened } = listen(client);
      await given(requests, 1);
      client.forgetMember();
      expect((await anew.made).headers.get('authorization')).to.equal('Bearer secret-2');
      await opened;
    });
  });

  it('starts again, without the last event id, when the member is forgotten', async () => {
    const first = stream();
    const second = expected(() => stream().answer);
    const { client } = world(first.answer, second.answer);
    const { next } = listen(client);
    const event = next();
    first.send(sse(change(7, 'LIVE'), '41'));
    await event;
    client.forgetMember();
    await first.cancelled;
    const { url, headers } = await second.made;
    expect(url).not.to.contain('Last-Event-ID');
    expect(headers.get('authorization')).to.equal('Bearer secret-2');
  });

  it('waits longer each time when every connection says one thing and ends', async () => {
    const saying = () => {
      const short = stream();
      short.send(sse(change(7, 'LIVE')));
      short.end();
      return short.answer;
    };
    const { client, clock, requests } = world(...Array.from({ length: 9 }, saying));
    listen(client);
    const waits: number[] = [];
    for (let ends = 0; ends < 8; ends++) waits.push(await clock.pass());
    expect(waits).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    await waitUntil(() => requests.length === 9, undefined, { timeout: 4000 });
  });

  it('waits as at first after a connection that lasted', async () => {
    const lasting = [stream(), stream()];
    const { client, clock } = world(failure(503), ...lasting.map(({ answer }) => answer), never);
    const { next } = listen(client);
    expect(await clock.pass()).to.equal(1000);
    for (const { send, end } of lasting) {
      const event = next();
      send(sse(change(7, 'LIVE')));
      await event;
      clock.time += 10_000;
      end();
      expect(await clock.pass()).to.equal(1000);
    }
  });

  for (const [asked, wait] of [
    ['120', 120_000],
    ['86400', 3_600_000],
  ] as const) {
    it(`waits ${wait / 1000} s when the service asks for ${asked} s of patience`, async () => {
      const { client, clock } = world(failure(429, undefined, { 'retry-after': asked }), never);
      listen(client);
      expect(await clock.pass()).to.equal(wait);
    });
  }
});
