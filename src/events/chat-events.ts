/**
 * What is written in the call of a room. It is told from when the chat of the room has loaded.
 *
 * @firedby ffc-room
 */
import type { ChannelMessage } from '../api/channel-types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './chat-events.js';

/** A message came in the chat, also one of the person's own. What was there before is not told. */
export class FfcMessageEvent extends declareEvent('ffc-message')<{
  readonly message: ChannelMessage;
}>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
