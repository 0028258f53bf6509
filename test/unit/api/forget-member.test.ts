import { expect } from '@open-wc/testing';
import { failure, failureOf, json, never, setUp } from './support.js';
import { byHand, script } from './token-providers.js';

const anna = { appUserId: 'anna' };
const boris = { appUserId: 'boris' };

describe('a client that forgets its member', () => {
  it('asks for the token of the next one', async () => {
    const { provider } = script('token-of-anna', 'token-of-boris');
    const { client, requests } = setUp([json(anna), json(boris)], { tokenProvider: provider });
    await client.me();
    client.forgetMember();
    await client.me();
    expect(requests.map(({ headers }) => headers.get('authorization'))).to.deep.equal([
      'Bearer token-of-anna',
      'Bearer token-of-boris',
    ]);
  });

  it('ends the calls that are under way for the one before', async () => {
    const { client, requested } = setUp([never]);
    const call = failureOf(client.me());
    await requested;
    client.forgetMember();
    expect((await call).reason).to.equal('aborted');
  });

  it('ends a call that waits for a token', async () => {
    const hand = byHand();
    const { client, requests } = setUp([json(boris)], { tokenProvider: hand.provider });
    const call = failureOf(client.me());
    client.forgetMember();
    expect((await call).reason).to.equal('aborted');
    hand.answer('token-of-anna');
    expect(requests).to.be.empty;
  });

  it('does not make a failed call again on behalf of the next one', async () => {
    const { client, clock, requests } = setUp([failure(503), json(boris)]);
    clock.onWait = () => client.forgetMember();
    expect((await failureOf(client.deleteRoom(7))).reason).to.equal('aborted');
    expect(requests).to.have.length(1);
  });
});
