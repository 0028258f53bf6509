import { FfcClient } from '../api/client.js';
import { resolveEndpoint } from '../api/endpoint.js';
import { createTokenUrlProvider, resolveTokenUrl } from '../api/token-url.js';
import type { TokenProvider } from '../api/types.js';
import type { ServiceOptions } from './types.js';

/** By token provider, then by endpoint. */
const clients = new WeakMap<TokenProvider, Map<string, FfcClient>>();
const urlProviders = new Map<string, TokenProvider>();

/**
 * The client of an endpoint and a token source: the same one for all elements of the page that
 * name both alike, so that together they ask for one token. For another member, use another
 * provider function or another URL.
 *
 * @throws {FfcError} stage `setup`, when the endpoint or the token source is missing or wrong.
 */
export function createClient(options: ServiceOptions): FfcClient {
  const endpoint = resolveEndpoint(options.endpoint);
  const tokenProvider = options.tokenProvider ?? urlProvider(options.tokenUrl);
  const known = tokenProvider && clients.get(tokenProvider)?.get(endpoint);
  if (known) return known;

  const client = new FfcClient({ endpoint, tokenProvider });
  if (tokenProvider) {
    const ofProvider = clients.get(tokenProvider) ?? new Map<string, FfcClient>();
    clients.set(tokenProvider, ofProvider.set(endpoint, client));
  }
  return client;
}

function urlProvider(tokenUrl: string | undefined): TokenProvider | undefined {
  if (!tokenUrl?.trim()) return undefined;
  const url = resolveTokenUrl(tokenUrl);
  const provider = urlProviders.get(url) ?? createTokenUrlProvider(url);
  urlProviders.set(url, provider);
  return provider;
}
