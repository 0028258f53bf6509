import { expect } from '@open-wc/testing';
import {
  change,
  endWithTest,
  expected,
  listen,
  silence,
  sse,
  stream,
  world,
} from './push-support.js';
import { failure, never, timeoutMs, type SentRequest } from './support.js';

describe('the member’s event stream', () => {
  it('is requested with the token in a header, and nowhere else', async () => {
    const { client, requests, requested, logged } = world(stream().answer);
    listen(client);
    await requested;
    const [{ method, url, headers, init }] = requests as [SentRequest];
    expect(method).to.equal('GET');
    expect(url).to.equal('https://api.test/base/v2/members/me/event-sources');
    expect(headers.get('accept')).to.equal('text/event-stream');
    expect(headers.get('authorization')).to.equal('Bearer secret-1');
    expect(init).to.include({ credentials: 'omit', cache: 'no-store', redirect: 'error' });
    expect(logged.join('')).not.to.contain('secret');
  });

  it('tells that a room is at another point of its life', async () => {
    const live = stream();
    const { client } = world(live.answer);
    const { next } = listen(client);
    const event = next();
    live.send(sse(change(7, 'LIVE')));
    expect(await event).to.deep.equal({ type: 'room-change', roomId: 7, videoRoomState: 'LIVE' });
    const other = next();
    live.send(sse(change('8', 'ENDED')));
    expect(await other).to.include({ roomId: 8, videoRoomState: 'ENDED' });
  });

  for (const [what, message] of [
    ['that a member wrote, although it looks the same', change(7, 'ENDED', { origin: 'MEMBER' })],
    ['of another kind', change(7, 'ENDED', { customType: 'OTHER' })],
    ['about something else', change(7, 'ENDED', { customData: { type: 'CHANNEL' } })],
    ['without a room', change('x', 'ENDED')],
    ['without a state', change(7, null)],
    ['without any data', change(7, 'ENDED', { customData: null })],
  ] as const) {
    it(`emits a message ${what} as a message`, async () => {
      const live = stream();
      const { client } = world(live.answer);
      const event = listen(client).next();
      live.send(sse(message));
      const told = await event;
      expect(told.type).to.equal('message');
      expect(told).to.have.nested.property('message.messageId', '1');
      expect(told).to.have.nested.property('message.channelId', 3);
    });
  }

  it('ignores invalid events, and goes on', async () => {
    const live = stream();
    const { client, logged } = world(live.answer);
    const event = listen(client).next();
    for (const data of ['<html>', '"secret text"', '[]', '{"messageId":1}']) {
      live.send(`data: ${data}\n\n`);
    }
    live.send(sse(change(7, 'LIVE')));
    expect(await event).to.include({ roomId: 7 });
    expect(logged).to.have.length(4);
    expect(logged.join('')).not.to.contain('secret');
  });

  it('is one for all who listen, and ends with the last of them', async () => {
    const live = stream();
    const { client, requests, requested, clock } = world(live.answer);
    const [mina, jun] = [listen(client), listen(client)];
    await requested;
    mina.abort();
    const event = jun.next();
    live.send(sse(change(7, 'LIVE')));
    await event;
    expect(mina.heard).to.be.empty;
    jun.abort();
    await live.cancelled;
    expect(requests).to.have.length(1);
    expect(clock.running).to.equal(0);
  });

  it('starts again for later listeners, without the last event id', async () => {
    const first = stream();
    const second = expected(() => stream().answer);
    const { client } = world(first.answer, second.answer);
    const listener = listen(client);
    const event = listener.next();
    first.send(sse(change(7, 'LIVE'), '41'));
    await event;
    listener.abort();
    await first.cancelled;
    listen(client);
    expect((await second.made).url).not.to.contain('Last-Event-ID');
  });

  it('is not asked for by who has stopped listening already', () => {
    const { client, requests } = world();
    client.subscribe(() => {}, { signal: AbortSignal.abort() });
    expect(requests).to.be.empty;
  });

  it('goes on from the last event when the service ends it', async () => {
    const first = stream();
    const second = stream();
    const again = expected(() => second.answer);
    const { client, clock } = world(first.answer, again.answer);
    const { next, heard } = listen(client);
    const event = next();
    first.send(sse(change(7, 'LIVE'), 'a/1 ä'));
    await event;
    first.end();
    expect(await clock.pass()).to.equal(1000);
    expect(new URL((await again.made).url).searchParams.get('Last-Event-ID')).to.equal('a/1 ä');
    const other = next();
    second.send(sse(change(8, 'LIVE')));
    await other;
    expect(heard.map(({ type }) => type)).to.deep.equal(['room-change', 'room-change']);
  });

  it('says that it has begun, when the service has answered', async () => {
    const answer = expected(() => stream().answer);
    const { client } = world(answer.answer);
    const { opened, heard } = listen(client);
    await answer.made;
    await opened;
    expect(heard).to.be.empty;
  });

  it('says that there is a gap where the service named no event to go on from', async () => {
    const first = stream();
    const { client, clock } = world(first.answer, stream().answer);
    const { next } = listen(client);
    const event = next();
    first.send(sse(change(7, 'LIVE')));
    await event;
    const gap = next();
    first.fail();
    await clock.pass();
    expect(await gap).to.deep.equal({ type: 'gap' });
  });

  it('is made again when nothing comes for 75 s, not even a heartbeat', async () => {
    const dead = stream();
    const again = expected(() => stream().answer);
    const { client, clock } = world(dead.answer, again.answer);
    listen(client);
    await clock.pass(silence);
    await dead.cancelled;
    await clock.pass();
    await again.made;
  });

  it('is kept by heartbeats', async () => {
    const live = stream();
    const { client, requests, clock } = world(live.answer);
    const { next } = listen(client);
    for (let beats = 0; beats < 3; beats++) live.send(': beat\n\n');
    const event = next();
    live.send(sse(change(7, 'LIVE')));
    await event;
    expect(requests).to.have.length(1);
    expect(clock.running).to.equal(1);
  });

  it('waits as long as the service wants, then twice as long with each failure, up to a minute', async () => {
    const first = stream();
    const offline = new TypeError('Failed to fetch');
    const failures = [failure(503), offline, failure(429), failure(500)];
    const back = expected(() => stream().answer);
    const { client, clock } = world(first.answer, ...failures, back.answer);
    const { next } = listen(client);
    const event = next();
    first.send(`retry: 5000\n${sse(change(7, 'LIVE'))}`);
    await event;
    first.end();
    const waits: number[] = [];
    for (let tries = 0; tries <= failures.length; tries++) waits.push(await clock.pass());
    expect(waits).to.deep.equal([5000, 10_000, 20_000, 40_000, 60_000]);
    await back.made;
  });

  for (const [asked, wait] of [
    ['0', 500],
    ['99999999999999', 60_000],
  ] as const) {
    it(`waits ${wait} ms when the service asks for ${asked}`, async () => {
      const live = stream();
      const { client, clock } = world(live.answer, stream().answer);
      listen(client);
      live.send(`retry: ${asked}\n\n`);
      live.end();
      expect(await clock.pass()).to.equal(wait);
    });
  }

  it('is requested again when no answer comes in time', async () => {
    const again = expected(() => stream().answer);
    const { client, clock, requested } = world(never, again.answer);
    listen(client);
    await requested;
    await clock.pass(timeoutMs);
    await clock.pass();
    await again.made;
  });

  it('renews a token that is refused, once', async () => {
    const renewed = expected(() => stream().answer);
    const { client, reasons } = world(failure(401), renewed.answer);
    listen(client);
    expect((await renewed.made).headers.get('authorization')).to.equal('Bearer secret-2');
    expect(reasons).to.deep.equal(['initial', 'unauthorized']);
  });

  for (const [what, answers] of [
    ['a second token is refused', [failure(401), failure(401)]],
    ['it is not allowed', [failure(403)]],
    ['the service has none', [failure(404)]],
    ['a page comes in its place', [new Response('<html>')]],
    ['nothing comes in its place', [new Response(null, { status: 204 })]],
  ] as const) {
    it(`ends when ${what}, and starts again for the next listener`, async () => {
      const anew = expected(() => stream().answer);
      const { client, logged, requests } = world(...answers, anew.answer);
      let onLog: () => void = () => {};
      const given = new Promise<void>((resolve) => (onLog = resolve));
      const { push } = logged;
      logged.push = (...lines) => {
        onLog();
        return push.apply(logged, lines);
      };
      const { heard } = listen(client);
      await given;
      await Promise.resolve();
      expect(requests).to.have.length(answers.length);
      expect(heard).to.be.empty;
      expect(logged.join('')).not.to.contain('secret');
      listen(client);
      await anew.made;
    });
  }

  it('does not stop for a handler that throws', async () => {
    const live = stream();
    const { client } = world(live.answer);
    const { onerror } = window;
    const reported: unknown[] = [];
    window.onerror = (message) => reported.push(message) > 0;
    const abort = new AbortController();
    endWithTest(abort);
    client.subscribe(({ type }) => {
      if (type === 'room-change') throw new Error('A mistake of the app.');
    }, abort);
    const event = listen(client).next();
    live.send(sse(change(7, 'LIVE')));
    expect(await event).to.include({ roomId: 7 });
    expect(reported).to.have.length(1);
    window.onerror = onerror;
  });
});
