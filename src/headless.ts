/**
 * The core without any user interface (`ffc-elements/core`), for an app that draws everything
 * itself: the REST client, the stores of rooms, lists and chats, and the session
 * behind a call.
 *
 * ```js
 * const services = createRoomServices({ endpoint: 'sandbox', tokenProvider });
 * const store = createRoomStore(services);
 * store.roster.subscribe(({ identities }) => console.log(identities));
 * await store.open('42');
 * await store.join({ camera: false });
 * ```
 */
export { createCell, type Cell, type Readable } from './core/cell.js';
export { Emitter, type EventSource, type SubscribeOptions } from './core/emitter.js';
export {
  canTryAgain,
  FfcError,
  type FfcErrorInit,
  type FfcErrorReason,
  type FfcErrorStage,
} from './core/errors.js';
export { consoleLogger, silentLogger, type Logger } from './core/logger.js';
export * from './api/index.js';
export { loadLiveKitSession } from './rtc/load.js';
export type * from './rtc/session.js';
export { forgetMember, type MemberSource } from './services/forget-member.js';
export { createChatServices } from './services/chat-services.js';
export { createListServices } from './services/list-services.js';
export { createRoomServices } from './services/room-services.js';
export type { Releasable, ServiceOptions } from './services/types.js';
export { createChatStore } from './state/chat/chat-store.js';
export type * from './state/chat-types.js';
export { createRoomListStore, type RoomListStoreOptions } from './state/list/room-list-store.js';
export type * from './state/list-types.js';
export { isHost, isObserver, parseMember } from './state/member.js';
export { hasLocalMedia, isInCall, isJoining, isOver } from './state/phase.js';
export { createRoomStore } from './state/room/room-store.js';
export type * from './state/types.js';
export type * from './state/waiting-types.js';
export { createRoomView } from './state/view.js';
export type * from './state/view.js';
