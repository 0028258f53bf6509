import { parseHttpUrl } from '../api/endpoint.js';
import { Refusal } from './answer.js';
import type { IncomingRequest } from './incoming-request.js';

/**
 * Refuses requests from the pages of other sites, which contain the user's cookies. Browsers mark
 * them (`Sec-Fetch-Site`; over plain http only by `Origin`). A request with neither header does not
 * come from a page, so that no other site can misuse its cookies.
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
