/**
 * For an app's own backend (`ffc-elements/server`): Node 20 or newer, and edge runtimes. It throws
 * in a browser.
 *
 * Every handler takes a web-standard `Request` and returns a `Response`, as in Hono, Next and the
 * edge runtimes. `toNodeListener` turns it into a listener for Node's http and Express.
 */
export { FfcServerClient, type FfcServerClientOptions } from './client.js';
export type { OnError } from './answer.js';
export type { Handler } from './handler.js';
export { toNodeListener, type NodeResponse } from './node-listener.js';
export type { NodeRequest } from './node-request.js';
export {
  createRoomsGateway,
  type RoomsActionRequest,
  type RoomsGatewayOptions,
} from './rooms-gateway.js';
export type { RoomsAction } from './rooms-action.js';
export type { RoomsDecision } from './rooms-decision.js';
export {
  createMemorySeen,
  createRedisSeen,
  type IoRedisClient,
  type MemorySeenOptions,
  type NodeRedisClient,
  type RedisCommand,
  type RedisSeenOptions,
  type SeenOptions,
  type SeenStore,
} from './idempotency-store.js';
export type { TokenCacheOptions } from './shared-logins.js';
export { createTokenEndpoint, type TokenEndpointOptions } from './token-endpoint.js';
export type * from './types.js';
export { createWebhookReceiver, type WebhookReceiverOptions } from './webhook-receiver.js';
export type {
  EgressEndedEvent,
  ParticipantJoinedEvent,
  ParticipantLeftEvent,
  UnpublishedEvent,
  WebhookApp,
  WebhookEvent,
  WebhookRoom,
  WebhookUser,
} from './webhook-events.js';
export type {
  CallOptions,
  CustomData,
  Page,
  RoomId,
  RoomInput,
  RoomPermission,
  RoomQuery,
  RoomSort,
  RoomType,
  RoomUpdate,
  RtcGrant,
  RtcTokenInput,
  VideoRoom,
  VideoRoomState,
} from '../api/types.js';
export type { RetryOptions } from '../api/retry.js';
export { FfcError, type FfcErrorReason, type FfcErrorStage } from '../core/errors.js';
export { consoleLogger, silentLogger, type Logger } from '../core/logger.js';
