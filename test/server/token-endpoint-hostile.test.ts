import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { createTokenEndpoint } from '../../src/server/index.js';
import { createScriptedClient, jsonAnswer } from './support/backend.js';

const token = 'the-member-token';
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'] as const;
const sites = ['same-origin', 'same-site', 'cross-site', 'none', '', 'nonsense'] as const;
const origins = ['https://app.test', 'https://evil.test', 'http://app.test', 'null', ''] as const;

it('the token endpoint gives the token to a POST of the app’s own pages, and to nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        method: fc.constantFrom(...methods),
        site: fc.option(fc.constantFrom(...sites), { nil: undefined }),
        origin: fc.option(fc.constantFrom(...origins), { nil: undefined }),
        query: fc.webQueryParameters(),
        body: fc.oneof(fc.json(), fc.string({ unit: 'binary' })),
        signedIn: fc.boolean(),
      }),
      async ({ method, site, origin, query, body, signedIn }) => {
        const { client, sent } = createScriptedClient(jsonAnswer({ accessToken: token }));
        let asked = 0;
        const endpoint = createTokenEndpoint({
          client,
          authenticate: () => (asked++, signedIn ? { appUserId: 'mina' } : null),
        });
        const headers = {
          ...(site !== undefined && { 'sec-fetch-site': site }),
          ...(origin !== undefined && { origin }),
        };
        const answer = await endpoint(
          new Request(`https://app.test/ffc/token?${query}`, {
            method,
            headers,
            ...(!['GET', 'HEAD'].includes(method) && { body }),
          }),
        );
        const { status } = answer;
        const text = await answer.text();
        // The browser itself sets `Sec-Fetch-Site`, which no page can change. The scheme may
        // differ, because a proxy may end TLS.
        const isOwn = site
          ? site === 'same-origin'
          : origin === undefined || /^https?:\/\/app\.test$/.test(origin);
        assert.ok([200, 401, 403, 405].includes(status), String(status));
        if (method !== 'POST') assert.equal(status, 405);
        else assert.equal(status, !isOwn ? 403 : signedIn ? 200 : 401);
        assert.equal(text.includes(token), status === 200);
        assert.equal(sent.length, status === 200 ? 1 : 0);
        assert.equal(asked, status === 403 || status === 405 ? 0 : 1);
        assert.equal(answer.headers.get('cache-control'), 'no-store');
      },
    ),
    { numRuns: 500 },
  );
});
