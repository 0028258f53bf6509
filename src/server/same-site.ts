import { parseHttpUrl } from '../api/endpoint.js';
import { Refusal } from './answer.js';
import type { IncomingRequest } from './incoming-request.js';

/**
 * Refuses what the pages of other sites make a browser send: it comes with the user's cookies.
 * Browsers say so themselves (`Sec-Fetch-Site`; over plain http only by `Origin`). A request
 * with neither is not a page's, and has no cookies that somebody else could use.
 *
 * Only hosts are compared: behind a proxy that ends TLS the request's own scheme is http.
 *
 * @throws {Refusal} 403 `CROSS_SITE_REQUEST`.
 */
export function checkSameSite(request: IncomingRequest): void {
  const site = request.header('sec-fetch-site');
  const origin = request.header('origin');
  const own = site
    ? site === 'same-origin'
    : origin === null || parseHttpUrl(origin)?.host === new URL(request.url).host;
  if (own) return;
  throw new Refusal(403, 'CROSS_SITE_REQUEST', 'Only pages of this app may ask for this.');
}
