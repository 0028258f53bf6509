import type { RtcDevices } from '../rtc/session.js';
import type { RoomState } from '../state/types.js';
import { FfcEvent } from './event.js';

/** The room is at another point of its flow. */
export class FfcStateChangeEvent extends FfcEvent {
  readonly state: RoomState;
  readonly previous: RoomState;

  constructor(facts: { readonly state: RoomState; readonly previous: RoomState }) {
    super('ffc-state-change');
    this.state = facts.state;
    this.previous = facts.previous;
  }
}

/** The browser lets sound play, or does not any more. */
export class FfcPlaybackChangeEvent extends FfcEvent {
  /** When false, `startAudio()` from a click helps. */
  readonly canPlayAudio: boolean;

  constructor(facts: { readonly canPlayAudio: boolean }) {
    super('ffc-playback-change');
    this.canPlayAudio = facts.canPlayAudio;
  }
}

/** Devices were plugged in, unplugged, named after a permission, or switched. */
export class FfcDeviceChangeEvent extends FfcEvent {
  readonly devices: RtcDevices;

  constructor(facts: { readonly devices: RtcDevices }) {
    super('ffc-device-change');
    this.devices = facts.devices;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ffc-state-change': FfcStateChangeEvent;
    'ffc-playback-change': FfcPlaybackChangeEvent;
    'ffc-device-change': FfcDeviceChangeEvent;
  }
}
