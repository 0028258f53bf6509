export { createChannelApi } from './channel-calls.js';
export type * from './channel-types.js';
export { FfcClient, type FfcClientOptions } from './client.js';
export type { Clock } from './clock.js';
export { createGatewayRoomsApi, type GatewayOptions } from './gateway.js';
export { resolveEndpoint } from './endpoint.js';
export type { RetryOptions } from './retry.js';
export { createTokenUrlProvider } from './token-url.js';
export type * from './types.js';
