import { abortable } from '../../core/abort.js';
import { createCell, shallowEqual } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import { isAbort, toFfcError } from '../../core/errors.js';
import type { RtcDevices, RtcSession, TrackSnapshot, TrackSource } from '../../rtc/session.js';
import type { Controls, ControlState, RoomStoreEvents } from '../types.js';

export type SwitchName = 'microphone' | 'camera' | 'screenShare';

const sources = {
  microphone: 'microphone',
  camera: 'camera',
  screenShare: 'screen_share',
} as const satisfies Record<SwitchName, TrackSource>;
const setEnabled = {
  microphone: (session, on) => session.setMicrophoneEnabled(on),
  camera: (session, on) => session.setCameraEnabled(on),
  screenShare: (session, on) => session.setScreenShareEnabled(on),
} as const satisfies Record<SwitchName, (session: RtcSession, on: boolean) => Promise<void>>;
const names = Object.keys(sources) as SwitchName[];

const off: ControlState = Object.freeze({ enabled: false, pending: false, error: undefined });
const nothing: Controls = Object.freeze({
  microphone: off,
  camera: off,
  screenShare: off,
  devices: Object.freeze({
    audioinput: Object.freeze([]),
    videoinput: Object.freeze([]),
    audiooutput: Object.freeze([]),
    active: Object.freeze({}),
  }),
  canPlayAudio: true,
});

/** The local participant's switches and devices: what the session says, and what is asked of it. */
export class LocalControls {
  readonly cell = createCell(nothing);
  readonly #events: Emitter<RoomStoreEvents>;
  /** How many calls are under way, for this attempt. */
  #waiting = noCalls();

  constructor(events: Emitter<RoomStoreEvents>) {
    this.#events = events;
  }

  /** Takes in what the session has, and follows it until the signal aborts. */
  follow(session: RtcSession, signal: AbortSignal): void {
    this.#setDevices(session.devices);
    this.#set({ canPlayAudio: session.canPlayAudio });
    session.on(
      'devices-change',
      (devices) => {
        this.#setDevices(devices);
        this.#events.emit('device-change', { devices });
      },
      { signal },
    );
    session.on(
      'playback-change',
      ({ canPlayAudio }) => {
        this.#set({ canPlayAudio });
        this.#events.emit('playback-change', { canPlayAudio });
      },
      { signal },
    );
  }

  /** Turns a track on or off, `pending` until that is through. Rejects with an `FfcError`. */
  async switch(
    name: SwitchName,
    on: boolean,
    { session, signal }: { readonly session: Promise<RtcSession>; readonly signal: AbortSignal },
  ): Promise<void> {
    const waiting = this.#waiting;
    const set = (facts: Partial<ControlState>): void => {
      // Another attempt may have begun since.
      if (waiting === this.#waiting) this.#setControl(name, facts);
    };
    const call = async (): Promise<void> => setEnabled[name](await session, on);
    waiting[name]++;
    set({ pending: true });
    try {
      await abortable(call(), signal);
      if (on) set({ error: undefined });
    } catch (thrown) {
      const error = toFfcError(thrown, 'device');
      if (on && !isAbort(error)) set({ error });
      throw error;
    } finally {
      if (--waiting[name] === 0) set({ pending: false });
    }
  }

  setTracks(tracks: readonly TrackSnapshot[]): void {
    for (const name of names) {
      const enabled = tracks.some(({ source, muted }) => source === sources[name] && !muted);
      this.#setControl(name, enabled ? { enabled, error: undefined } : { enabled });
    }
  }

  reset(): void {
    this.#waiting = noCalls();
    this.cell.set(nothing);
  }

  #setDevices(devices: RtcDevices): void {
    const { devices: before } = this.cell.getSnapshot();
    if (JSON.stringify(before) !== JSON.stringify(devices)) this.#set({ devices });
  }

  #setControl(name: SwitchName, facts: Partial<ControlState>): void {
    const before = this.cell.getSnapshot()[name];
    const next = Object.freeze({ ...before, ...facts });
    if (!shallowEqual(before, next)) this.#set({ [name]: next });
  }

  #set(facts: Partial<Controls>): void {
    this.cell.set({ ...this.cell.getSnapshot(), ...facts });
  }
}

function noCalls(): Record<SwitchName, number> {
  return { microphone: 0, camera: 0, screenShare: 0 };
}
