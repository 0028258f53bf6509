/**
 * The events of the chat of a room. They are emitted once the chat has loaded.
 *
 * @firedby ffc-room
 */
import type { ChannelMessage } from '../api/channel-types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './chat-events.js';

/**
 * A message arrived in the chat, also one of the local participant. Earlier messages are not
 * emitted.
 */
export class FfcMessageEvent extends declareEvent('ffc-message')<{
  readonly message: ChannelMessage;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
