import { expect } from '@open-wc/testing';
import { TokenSource } from '../../../src/api/token-source.js';
import type { TokenProvider } from '../../../src/api/types.js';
import { failureOf, FakeClock, jwt, timeoutMs } from './support.js';
import { byHand, script } from './token-providers.js';

function source(provider: TokenProvider) {
  const clock = new FakeClock();
  return { clock, tokens: new TokenSource(provider, { timeoutMs, clock }) };
}

/** Resolves when all pending microtasks have run. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
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
    it(`keeps ${token}, which has no expiry, until it is refused`, async () => {
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

  it('takes a token as the JSON of a token endpoint has it', async () => {
    const { tokens } = source(() => ({ accessToken: 'token', refreshToken: 'other' }));
    expect((await tokens.authorize(undefined)).header).to.equal('Bearer token');
    const { tokens: later } = source(() => Promise.resolve({ accessToken: ' token\n' }));
    expect((await later.authorize(undefined)).header).to.equal('Bearer token');
  });

  it('asks who it is now after the member was forgotten', async () => {
    const { provider, reasons } = script('anna', 'boris');
    const { tokens } = source(provider);
    const { member } = tokens;
    await tokens.authorize(undefined);
    tokens.forget();
    expect(member.aborted).to.equal(true);
    expect(tokens.member.aborted).to.equal(false);
    expect((await tokens.authorize(undefined)).header).to.equal('Bearer boris');
    expect(reasons).to.deep.equal(['initial', 'initial']);
  });

  it('does not keep a token that comes after its member was forgotten', async () => {
    const hand = byHand();
    const { tokens } = source(hand.provider);
    const left = new AbortController();
    const anna = tokens.authorize(left.signal).catch(() => 'left');
    const { answer, signal } = hand;
    tokens.forget();
    expect(signal!.aborted).to.equal(true);
    const boris = tokens.authorize(undefined);
    answer('boris');
    expect((await boris).header).to.equal('Bearer boris');
    left.abort();
    await anna;
    expect(hand.calls).to.equal(2);
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
    { token: 'secret' },
    { accessToken: ' ' },
    { accessToken: 7 },
    { accessToken: { accessToken: 'secret' } },
    ['secret'],
    '<html>secret</html>',
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

  it('aborts the provider when the last caller gives up, and calls it again for the next', async () => {
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

  it('lets a provider that ends after it was aborted disturb no newer question', async () => {
    const hand = byHand();
    const { tokens } = source(hand.provider);
    const abort = new AbortController();
    const left = tokens.authorize(abort.signal).catch(() => 'left');
    const asked = new Promise<Promise<unknown>[]>((resolve) => {
      hand.signal!.addEventListener('abort', () => resolve([tokens.authorize(undefined)]));
    });
    abort.abort();
    const waiting = await asked;
    await left;
    await nextTask();
    waiting.push(tokens.authorize(undefined));
    hand.answer('token');
    const [one, two] = await Promise.all(waiting);
    expect(one).to.equal(two);
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
