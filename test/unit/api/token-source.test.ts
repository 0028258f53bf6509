import { expect, waitUntil } from '@open-wc/testing';
import { TokenSource } from '../../../src/api/token-source.js';
import type { TokenProvider, TokenReason } from '../../../src/api/types.js';
import { failure, failureOf, FakeClock, json, jwt, never, setUp, timeoutMs } from './support.js';

const mina = { appUserId: 'mina' };

/** A provider that gives the answers in their order, and keeps why it was asked. */
function script(...answers: (string | Error)[]) {
  const reasons: TokenReason[] = [];
  const provider: TokenProvider = ({ reason }) => {
    reasons.push(reason);
    const answer = answers.shift() ?? new Error('No token left.');
    if (answer instanceof Error) return Promise.reject(answer);
    return answer;
  };
  return { provider, reasons };
}

function source(provider: TokenProvider) {
  const clock = new FakeClock();
  return { clock, tokens: new TokenSource(provider, { timeoutMs, clock }) };
}

/** A provider whose one answer the test gives by hand. */
function byHand() {
  let calls = 0;
  let answer: (token: string) => void = () => {};
  let signal: AbortSignal | undefined;
  const provider: TokenProvider = (request) => {
    calls++;
    signal = request.signal;
    return new Promise((resolve) => (answer = resolve));
  };
  return {
    provider,
    answer: (token: string) => answer(token),
    get calls() {
      return calls;
    },
    get signal() {
      return signal;
    },
  };
}

describe('TokenSource', () => {
  it('asks once however many wait', async () => {
    const hand = byHand();
    const { tokens } = source(hand.provider);
    const all = Promise.all([1, 2, 3].map(() => tokens.authorize(undefined)));
    hand.answer('token');
    expect((await all).map(({ header }) => header)).to.deep.equal(Array(3).fill('Bearer token'));
    expect(hand.calls).to.equal(1);
  });

  it('keeps a JWT until a minute before it expires', async () => {
    const now = new FakeClock().time;
    const { provider, reasons } = script(jwt(now, 600), 'later');
    const { clock, tokens } = source(provider);
    const first = await tokens.authorize(undefined);
    clock.time = now + 539_000;
    expect(await tokens.authorize(undefined)).to.equal(first);
    clock.time = now + 540_000;
    expect((await tokens.authorize(undefined)).header).to.equal('Bearer later');
    expect(reasons).to.deep.equal(['initial', 'expired']);
  });

  it('keeps a JWT that comes expired until it is refused, as a clock must be wrong', async () => {
    const { provider, reasons } = script(jwt(new FakeClock().time, -5), 'later');
    const { tokens } = source(provider);
    const first = await tokens.authorize(undefined);
    expect(await tokens.authorize(undefined)).to.equal(first);
    await tokens.authorize(undefined, first);
    expect(reasons).to.deep.equal(['initial', 'unauthorized']);
  });

  const noExpiry = [
    'opaque',
    'a.b',
    'a.b.c',
    `x.${btoa('null')}.y`,
    `x.${btoa('{"exp":"soon"}')}.y`,
    `x.${btoa('{"exp":1e999}')}.y`,
    `x.${btoa('[1]')}.y.z`,
  ];
  for (const token of noExpiry) {
    it(`keeps ${token}, which says nothing of its end, until it is refused`, async () => {
      const { provider, reasons } = script(token, 'later');
      const { clock, tokens } = source(provider);
      const first = await tokens.authorize(undefined);
      clock.time += 30 * 24 * 3_600_000;
      expect(await tokens.authorize(undefined)).to.equal(first);
      expect((await tokens.authorize(undefined, first)).header).to.equal('Bearer later');
      expect(reasons).to.deep.equal(['initial', 'unauthorized']);
    });
  }

  it('takes white space off the ends of a token', async () => {
    const { tokens } = source(() => ' token\n');
    expect((await tokens.authorize(undefined)).header).to.equal('Bearer token');
  });

  it('forgets a failure, and gives the same reason when it asks again', async () => {
    const { provider, reasons } = script('old', new Error('offline'), 'new');
    const { tokens } = source(provider);
    const old = await tokens.authorize(undefined);
    const error = await failureOf(tokens.authorize(undefined, old));
    expect(error).to.include({
      reason: 'token-provider-failed',
      stage: 'token',
      retryable: true,
    });
    expect(error.cause).to.have.property('message', 'offline');
    expect((await tokens.authorize(undefined)).header).to.equal('Bearer new');
    expect(reasons).to.deep.equal(['initial', 'unauthorized', 'unauthorized']);
  });

  it('rejects when the provider throws instead of rejecting', async () => {
    const cause = new Error('not written yet');
    const { tokens } = source(() => {
      throw cause;
    });
    const error = await failureOf(tokens.authorize(undefined));
    expect(error).to.include({ reason: 'token-provider-failed', cause });
  });

  const garbage: unknown[] = [
    undefined,
    null,
    '',
    '  ',
    7,
    {},
    { accessToken: 'secret' },
    'Bearer secret',
    'secret\r\nx: y',
    'sécret',
    '<html> secret </html>',
  ];
  for (const token of garbage) {
    it(`rejects ${JSON.stringify(token)} as a token, without repeating it`, async () => {
      const { tokens } = source(() => token as string);
      const error = await failureOf(tokens.authorize(undefined));
      expect(error).to.include({ reason: 'token-invalid', stage: 'token', retryable: false });
      expect(error.message + JSON.stringify(error)).not.to.match(/s[eé]cret/);
    });
  }

  it('gives up a provider that does not answer', async () => {
    const hand = byHand();
    const { clock, tokens } = source(hand.provider);
    const error = failureOf(tokens.authorize(undefined));
    clock.passLimits();
    expect(await error).to.include({ reason: 'timeout', stage: 'token', retryable: true });
    expect(hand.signal!.aborted).to.equal(true);
  });

  it('aborts the provider when the last one stops waiting, and asks anew for the next', async () => {
    const hand = byHand();
    const { clock, tokens } = source(hand.provider);
    const [one, two] = [new AbortController(), new AbortController()];
    const waiting = [one, two].map(({ signal }) => tokens.authorize(signal).catch(() => 'left'));
    const { signal } = hand;
    one.abort();
    expect(await waiting[0]).to.equal('left');
    expect(signal!.aborted).to.equal(false);
    two.abort();
    expect(await waiting[1]).to.equal('left');
    expect(signal!.aborted).to.equal(true);
    expect(clock.limits).to.equal(0);

    const next = tokens.authorize(undefined);
    hand.answer('token');
    expect((await next).header).to.equal('Bearer token');
    expect(hand.calls).to.equal(2);
  });

  it('leaves the signal of a provider that has answered alone', async () => {
    const hand = byHand();
    const { tokens } = source(hand.provider);
    const token = tokens.authorize(new AbortController().signal);
    hand.answer('token');
    await token;
    expect(hand.signal!.aborted).to.equal(false);
  });
});

describe('a call that is answered 401', () => {
  it('asks for another token once, and is made again with that', async () => {
    const { provider, reasons } = script('old', 'new');
    const { client, requests } = setUp([failure(401), json(mina), json(mina)], {
      tokenProvider: provider,
    });
    await client.me();
    await client.me();
    expect(requests.map(({ headers }) => headers.get('authorization'))).to.deep.equal([
      'Bearer old',
      'Bearer new',
      'Bearer new',
    ]);
    expect(reasons).to.deep.equal(['initial', 'unauthorized']);
  });

  it('is given up with token-rejected when the other token is refused too', async () => {
    const { provider, reasons } = script('old', 'new');
    const { client, requests } = setUp([failure(401), failure(401, 'EXPIRED_TOKEN')], {
      tokenProvider: provider,
    });
    const error = await failureOf(client.me());
    expect(error).to.include({
      reason: 'token-rejected',
      stage: 'token',
      retryable: false,
      status: 401,
      errorCode: 'EXPIRED_TOKEN',
    });
    expect(requests).to.have.length(2);
    expect(reasons).to.have.length(2);
  });

  it('is given up also when there was an outage between the two', async () => {
    const { provider, reasons } = script('old', 'new');
    const { client } = setUp([failure(401), failure(503), failure(401)], {
      tokenProvider: provider,
    });
    expect((await failureOf(client.me())).reason).to.equal('token-rejected');
    expect(reasons).to.have.length(2);
  });

  it('shares the new token with the others that were refused the old one', async () => {
    const { provider, reasons } = script('old', 'old', 'new');
    const late: (() => void)[] = [];
    const refuseLate = (): Promise<Response> =>
      new Promise((resolve) => late.push(() => resolve(failure(401))));
    const { client } = setUp([refuseLate, refuseLate, json(mina), json(mina)], {
      tokenProvider: provider,
    });
    const [first, second] = [client.me(), client.me()];
    await waitUntil(() => late.length === 2);
    late[0]!();
    await first;
    late[1]!();
    await second;
    // Also when the provider gave the same text again: it is the answer that is new.
    expect(reasons).to.deep.equal(['initial', 'unauthorized']);
  });

  it('does not ask again for those who ask while a new token is on its way', async () => {
    const { provider, reasons } = script('old', 'new');
    const { client } = setUp([failure(401), failure(401), json(mina), json(mina)], {
      tokenProvider: provider,
    });
    await Promise.all([client.me(), client.me()]);
    expect(reasons).to.deep.equal(['initial', 'unauthorized']);
  });

  it('rejects as the provider fails, without trying the call again', async () => {
    const { client, requests } = setUp([], {
      tokenProvider: () => Promise.reject(new Error('backend down')),
    });
    expect((await failureOf(client.me())).reason).to.equal('token-provider-failed');
    expect(requests).to.have.length(0);
  });

  it('rejects with aborted when its caller leaves while a token is awaited', async () => {
    const hand = byHand();
    const { client } = setUp([never], { tokenProvider: hand.provider });
    const abort = new AbortController();
    const error = failureOf(client.me({ signal: abort.signal }));
    abort.abort();
    expect((await error).reason).to.equal('aborted');
    expect(hand.signal!.aborted).to.equal(true);
  });
});
