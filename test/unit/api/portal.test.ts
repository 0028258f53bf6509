import { expect } from '@open-wc/testing';
import { failureOf, setUp } from './support.js';

const offline = new TypeError('Failed to fetch');

describe('a portal between the page and the service', () => {
  const pages: [string, Response][] = [
    ['HTML', new Response('Sign in', { headers: { 'content-type': 'text/html; charset=utf-8' } })],
    ['HTML without a type', new Response('\n<!doctype html><p>Sign in to the network')],
    ['XHTML', new Response('<?xml version="1.0"?><html/>')],
  ];
  for (const [what, page] of pages) {
    it(`does not count a room as deleted when a portal answers ${what}`, async () => {
      const { client, requests } = setUp([page.clone(), page.clone()]);
      const error = await failureOf(client.deleteRoom(7));
      expect(error).to.include({ reason: 'invalid-response', stage: 'api', status: 200 });
      expect((await failureOf(client.getRoom(7))).reason).to.equal('invalid-response');
      expect(requests).to.have.length(2);
    });
  }

  it('does not count a room as deleted when a portal has no such page', async () => {
    const page = new Response('<html><h1>Not found</h1></html>', { status: 404 });
    const { client } = setUp([offline, page]);
    expect((await failureOf(client.deleteRoom(7))).reason).to.equal('not-found');
  });

  it('calls no password wrong when a portal refuses the request', async () => {
    const { client } = setUp([new Response('<!doctype html><p>Sign in', { status: 403 })]);
    const error = await failureOf(client.issueRtcToken(7, { password: 'right' }));
    expect(error).to.include({ reason: 'forbidden', status: 403 });
  });

  for (const answer of ['', 'OK', '{}']) {
    it(`counts a room as deleted when the service answers ${answer || 'nothing'}`, async () => {
      const { client } = setUp([new Response(answer)]);
      expect(await client.deleteRoom(7)).to.equal(undefined);
    });
  }
});
