/**
 * The requests of a room's parts. The room answers a request right after the dispatch, unless a
 * listener cancelled it. The answer is that of the request's control, or one in
 * `src/elements/room/room-requests.ts`.
 *
 * @firedby ffc-room
 */
import type { LayoutMode, PinSource } from '../state/view.js';
import { declareEvent, type EventMapOf, type FfcEvent } from './event.js';
import type * as Declared from './request-events.js';

/**
 * The choices of a join. A choice that is left out stays as it is, or as the room's attributes set
 * it.
 */
export interface JoinRequest {
  readonly microphone?: boolean;
  readonly camera?: boolean;
  readonly displayName?: string;
}

interface ToggleRequest {
  /** The wanted state; undefined: the opposite of the current one. */
  readonly enabled: boolean | undefined;
}

const request = { cancelable: true };

/**
 * A person wants to join, or to join again.
 *
 * Cancel it to prevent that. It never contains a password: the whole page can listen to events.
 */
export class FfcJoinRequestEvent extends declareEvent('ffc-join-request', request)<JoinRequest>() {}

/**
 * A person wants to leave.
 *
 * Cancel it to ask first.
 */
export class FfcLeaveRequestEvent extends declareEvent('ffc-leave-request', request)() {}

/**
 * A person wants to go back to the rooms. The room closes; during a call it asks first.
 *
 * Cancel it to handle it yourself.
 */
export class FfcRoomsRequestEvent extends declareEvent('ffc-rooms-request', request)() {}

/** A person wants to turn the local microphone on or off. */
export class FfcMicrophoneRequestEvent extends declareToggle('ffc-microphone-request') {}

/** A person wants to turn the local camera on or off. */
export class FfcCameraRequestEvent extends declareToggle('ffc-camera-request') {}

/** A person wants to start or stop sharing the local screen. */
export class FfcScreenShareRequestEvent extends declareToggle('ffc-screen-share-request') {}

/** A person wants to change the layout, or its mode. */
export class FfcLayoutRequestEvent extends declareEvent('ffc-layout-request', request)<{
  /** The name of the layout. Default: the current one. */
  readonly layout?: string;
  /** The mode from then on. Default: `manual` if a layout is named. */
  readonly mode?: LayoutMode;
}>() {}

/** A person wants to pin a participant's picture, or to unpin it. */
export class FfcPinRequestEvent extends declareEvent('ffc-pin-request', request)<{
  /** Left out: unpin. */
  readonly identity?: string;
  /** Default `camera`. */
  readonly source?: PinSource;
}>() {}

/** A person wants to open or close a panel. */
export class FfcPanelRequestEvent extends declareEvent('ffc-panel-request', request)<{
  /** `chat`, `participants`, `settings`, or the name of another panel. */
  readonly panel: string;
  /** Default: the opposite of the current state. */
  readonly open?: boolean;
}>() {}

/** The name of each request that a room answers. */
export type RequestType = keyof EventMapOf<typeof Declared>;

/** A toggle's class: `new FfcCameraRequestEvent(false)`. */
interface ToggleRequestClass<Type extends string> {
  readonly type: Type;
  new (enabled?: boolean): FfcEvent & ToggleRequest & { readonly type: Type };
}

function declareToggle<const Type extends string>(type: Type): ToggleRequestClass<Type> {
  const Request = declareEvent(type, request)<ToggleRequest>();
  return class extends Request {
    constructor(enabled?: boolean) {
      super({ enabled });
    }
  };
}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
