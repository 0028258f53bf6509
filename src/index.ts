/**
 * Every element's class, every event and the headless core. Importing it registers nothing:
 * `ffc-elements/define` does, or `ffc-elements/define/ffc-room` for one element.
 */
export { FfcControlBarElement } from './elements/control-bar/control-bar.js';
export { FfcParticipantTileElement } from './elements/participant-tile/participant-tile.js';
export { FfcPrejoinElement } from './elements/prejoin/prejoin.js';
export { FfcRoomElement } from './elements/room/room.js';
export { FfcRoomListElement } from './elements/room-list/room-list.js';
export { FfcStageElement } from './elements/stage/stage.js';
export { FfcChatElement } from './features/chat/chat.js';
export { FfcParticipantsElement } from './features/people/participants.js';
export { FfcCaptionsElement } from './features/captions/captions.js';
export { FfcSettingsElement } from './features/settings/settings.js';
export { FfcWaitingElement } from './features/waiting/waiting.js';
export * from './events/chat-events.js';
export * from './events/error-event.js';
export { FfcEvent } from './events/event.js';
export * from './events/list-change-events.js';
export * from './events/list-events.js';
export * from './events/media-events.js';
export * from './events/request-events.js';
export * from './events/room-events.js';
export * from './events/session-events.js';
export * from './events/power-events.js';
export * from './events/signal-events.js';
export * from './events/share-request-events.js';
export * from './events/signal-request-events.js';
export * from './events/view-events.js';
export type { RoomListMessages } from './i18n/list-messages.js';
export type { RoomPanelMessages } from './i18n/panel-messages.js';
export type { AllRoomMessages, RoomMessages } from './i18n/room-messages.js';
export type { ErrorMessages, ErrorWords } from './i18n/types.js';
export * from './headless.js';
