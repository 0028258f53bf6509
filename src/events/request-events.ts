import { FfcEvent } from './event.js';

/** What a join may ask for. Left out: as it is, or as the room's attributes say. */
export interface JoinRequest {
  readonly microphone?: boolean;
  readonly camera?: boolean;
  readonly displayName?: string;
}

/**
 * Somebody wants to join, or to join again. Cancel it to stop that. A password is never part of
 * it: events can be heard by the whole page.
 */
export class FfcJoinRequestEvent extends FfcEvent {
  readonly microphone: boolean | undefined;
  readonly camera: boolean | undefined;
  readonly displayName: string | undefined;

  constructor({ microphone, camera, displayName }: JoinRequest = {}) {
    super('ffc-join-request', { cancelable: true });
    this.microphone = microphone;
    this.camera = camera;
    this.displayName = displayName;
  }
}

/** Somebody wants to leave. Cancel it to ask first. */
export class FfcLeaveRequestEvent extends FfcEvent {
  constructor() {
    super('ffc-leave-request', { cancelable: true });
  }
}

abstract class FfcToggleRequestEvent extends FfcEvent {
  /** What is wanted; undefined: the opposite of what is. */
  readonly enabled: boolean | undefined;

  constructor(type: string, enabled: boolean | undefined) {
    super(type, { cancelable: true });
    this.enabled = enabled;
  }
}

/** Somebody wants the own microphone on or off. */
export class FfcMicrophoneRequestEvent extends FfcToggleRequestEvent {
  constructor(enabled?: boolean) {
    super('ffc-microphone-request', enabled);
  }
}

/** Somebody wants the own camera on or off. */
export class FfcCameraRequestEvent extends FfcToggleRequestEvent {
  constructor(enabled?: boolean) {
    super('ffc-camera-request', enabled);
  }
}

/** Somebody wants to show the own screen, or to stop that. */
export class FfcScreenShareRequestEvent extends FfcToggleRequestEvent {
  constructor(enabled?: boolean) {
    super('ffc-screen-share-request', enabled);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ffc-join-request': FfcJoinRequestEvent;
    'ffc-leave-request': FfcLeaveRequestEvent;
    'ffc-microphone-request': FfcMicrophoneRequestEvent;
    'ffc-camera-request': FfcCameraRequestEvent;
    'ffc-screen-share-request': FfcScreenShareRequestEvent;
  }
}
