/**
 * The requests of a room's parts. The room answers one right after the dispatch, unless somebody
 * cancelled it: by the control that sends it, or by `src/elements/room/room-requests.ts`.
 *
 * @firedby ffc-room
 */
import type { LayoutMode, PinSource } from '../state/view.js';
import { declareEvent, type EventMapOf, type FfcEvent } from './event.js';
import type * as Declared from './request-events.js';

/** The choices of a join. A choice that is left out stays, or is that of the room's attributes. */
export interface JoinRequest {
  readonly microphone?: boolean;
  readonly camera?: boolean;
  readonly displayName?: string;
}

interface ToggleRequest {
  /** The wanted state; undefined: the opposite of the present one. */
  readonly enabled: boolean | undefined;
}

const request = { cancelable: true };

/**
 * Somebody wants to join, or to join again.
 *
 * Cancel it to stop that. A password is never part of it: the whole page can hear events.
 */
export class FfcJoinRequestEvent extends declareEvent('ffc-join-request', request)<JoinRequest>() {}

/**
 * Somebody wants to leave.
 *
 * Cancel it to ask first.
 */
export class FfcLeaveRequestEvent extends declareEvent('ffc-leave-request', request)() {}

/**
 * Somebody wants to go back to the rooms. The room closes; a running call asks first.
 *
 * Cancel it to do that in another way.
 */
export class FfcRoomsRequestEvent extends declareEvent('ffc-rooms-request', request)() {}

/** Somebody wants the own microphone on or off. */
export class FfcMicrophoneRequestEvent extends declareToggle('ffc-microphone-request') {}

/** Somebody wants the own camera on or off. */
export class FfcCameraRequestEvent extends declareToggle('ffc-camera-request') {}

/** Somebody wants to show the own screen, or to stop that. */
export class FfcScreenShareRequestEvent extends declareToggle('ffc-screen-share-request') {}

/** Somebody wants another layout, or the room or the person to decide on it. */
export class FfcLayoutRequestEvent extends declareEvent('ffc-layout-request', request)<{
  /** The name of the layout. Left out: the one there is. */
  readonly layout?: string;
  /** The one who decides from then on. Default: the person, where a layout was named. */
  readonly mode?: LayoutMode;
}>() {}

/** Somebody wants a participant's picture to stand out, or nobody's. */
export class FfcPinRequestEvent extends declareEvent('ffc-pin-request', request)<{
  /** Left out: unpin. */
  readonly identity?: string;
  /** Default `camera`. */
  readonly source?: PinSource;
}>() {}

/** Somebody wants a panel open or closed. */
export class FfcPanelRequestEvent extends declareEvent('ffc-panel-request', request)<{
  /** `chat`, `participants`, `settings`, or the name of another panel. */
  readonly panel: string;
  /** Left out: the opposite of what is. */
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
