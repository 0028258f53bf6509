import { expect, waitUntil } from '@open-wc/testing';
import { failure, failureOf, json, never, setUp } from './support.js';
import { byHand, script } from './token-providers.js';

const mina = { appUserId: 'mina' };

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
    // The provider's answer counts as new even if the token is the same text.
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
