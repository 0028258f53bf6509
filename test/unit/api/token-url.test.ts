import { expect } from '@open-wc/testing';
import { createTokenUrlProvider } from '../../../src/api/token-url.js';
import { failure, failureOf, fakeFetch, json, setUp, thrownBy } from './support.js';

const request = { reason: 'initial', signal: new AbortController().signal } as const;

describe('createTokenUrlProvider', () => {
  it('posts to the page’s own origin with its cookies', async () => {
    const { fetch, requests } = fakeFetch(new Response('token'));
    await createTokenUrlProvider('/ffc/token?user=mina', fetch)(request);
    expect(requests[0]).to.include({
      method: 'POST',
      url: `${location.origin}/ffc/token?user=mina`,
    });
    expect(requests[0]!.init).to.include({
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: request.signal,
    });
  });

  const answers: [string, Response][] = [
    ['text', new Response('token')],
    ['a JSON string', json('token')],
    ['{accessToken}', json({ accessToken: 'token', refreshToken: 'other' })],
    ['{token}', json({ token: 'token' })],
  ];
  for (const [form, answer] of answers) {
    it(`takes the token as ${form}`, async () => {
      const { fetch } = fakeFetch(answer);
      expect(await createTokenUrlProvider('/token', fetch)(request)).to.equal('token');
    });
  }

  it('accepts digits as a token', async () => {
    const { fetch } = fakeFetch(new Response('12345678901234567890'));
    const token = await createTokenUrlProvider('/token', fetch)(request);
    expect(token).to.equal('12345678901234567890');
  });

  it('does not believe a token that comes by way of a redirect', async () => {
    // The platform's `fetch` rejects a redirect in this way when it may not follow it.
    const fetch: typeof globalThis.fetch = (_url, init) =>
      init?.redirect === 'error'
        ? Promise.reject(new TypeError('Failed to fetch'))
        : Promise.resolve(new Response('foreign'));
    const { client } = setUp([], { tokenProvider: undefined, tokenUrl: '/token', fetch });
    expect(await failureOf(client.me())).to.include({
      reason: 'token-provider-failed',
      stage: 'token',
    });
  });

  for (const answer of [
    '',
    '{}',
    '[]',
    '{"token":5}',
    '<!doctype html> <p>Sign in',
    '<html></html>',
  ]) {
    it(`leads to token-invalid when the answer is ${answer || 'empty'}`, async () => {
      const { client } = setUp([new Response(answer)], {
        tokenProvider: undefined,
        tokenUrl: '/token',
      });
      expect((await failureOf(client.me())).reason).to.equal('token-invalid');
    });
  }

  for (const status of [401, 403]) {
    it(`asks whether the member is signed in when it is answered ${status}`, async () => {
      const { fetch } = fakeFetch(failure(status));
      const error = await failureOf(
        Promise.resolve(createTokenUrlProvider('/token', fetch)(request)),
      );
      expect(error).to.include({
        reason: 'token-provider-failed',
        stage: 'token',
        retryable: false,
        status,
      });
      expect(error.message).to.contain('signed in').and.not.to.contain('leaked');
    });
  }

  it('may be asked again after an outage', async () => {
    const { fetch } = fakeFetch(failure(503));
    const error = await failureOf(
      Promise.resolve(createTokenUrlProvider('/token', fetch)(request)),
    );
    expect(error).to.include({ reason: 'token-provider-failed', retryable: true, status: 503 });
  });

  const foreign = [
    'https://evil.test/token',
    '//evil.test/token',
    'javascript:alert(1)',
    'data:text/plain,token',
    `blob:${location.origin}/0b7c2d6a`,
    location.origin.replace('//', '//user:password@'),
    'http://',
  ];
  for (const url of foreign) {
    it(`refuses ${url}`, async () => {
      const error = await thrownBy(() => createTokenUrlProvider(url));
      expect(error).to.include({ reason: 'invalid-token-url', stage: 'setup' });
    });
  }
});
