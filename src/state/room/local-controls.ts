import { abortable } from '../../core/abort.js';
import { createCell, shallowEqual } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import { FfcError, isAbort, toFfcError } from '../../core/errors.js';
import type { RtcDevices, RtcParticipant, RtcSession, TrackSource } from '../../rtc/session.js';
import type { Controls, ControlState, IntendedSwitches, RoomStoreEvents } from '../types.js';
import { mayPublish } from '../permissions.js';
import { invalidState } from './guards.js';
import type { JoinChoices } from './join-choices.js';
import type { OwnedSession } from './owned-session.js';
import type { RoomAttempt } from './room-attempt.js';

/** The names of the local participant's switches. */
export type SwitchName = keyof typeof sources;

const sources = {
  microphone: 'microphone',
  camera: 'camera',
  screenShare: 'screen_share',
} as const satisfies Record<string, TrackSource>;
const setters = {
  microphone: 'setMicrophoneEnabled',
  camera: 'setCameraEnabled',
  screenShare: 'setScreenShareEnabled',
} as const satisfies Record<SwitchName, keyof RtcSession>;
const names = Object.keys(sources) as SwitchName[];
const devices = ['microphone', 'camera'] as const satisfies readonly (keyof IntendedSwitches)[];

const off: ControlState = Object.freeze({ enabled: false, pending: false, error: undefined });
const none = Object.freeze([]);
const nothing: Controls = {
  microphone: off,
  camera: off,
  screenShare: off,
  devices: Object.freeze({
    audioinput: none,
    videoinput: none,
    audiooutput: none,
    active: Object.freeze({}),
  }),
  canPlayAudio: true,
  permissions: undefined,
};

/** The pending calls of one switch. */
interface PendingCalls {
  count: number;
  /** The state that the newest of them sets. */
  on: boolean;
}

/** The members of the store that the controls use. */
export interface LocalControlsOptions {
  readonly events: Emitter<RoomStoreEvents>;
  readonly choices: JoinChoices;
  /** The newest attempt, even if it has ended. */
  readonly attempt: () => RoomAttempt | undefined;
  readonly report: (error: FfcError) => void;
}

/**
 * The local participant's switches and devices: their state as the session reports it, and the
 * calls that change it. A call that fails is reported and ends nothing.
 */
export class LocalControls {
  readonly cell = createCell(nothing);
  readonly #options: LocalControlsOptions;
  #pending = noCalls();

  constructor(options: LocalControlsOptions) {
    this.#options = options;
  }

  /** Copies the session's devices and playback state, and follows them until the signal aborts. */
  follow(session: RtcSession, signal: AbortSignal): void {
    const { events } = this.#options;
    this.#setDevices(session.devices);
    this.#set({ canPlayAudio: session.canPlayAudio });
    session.on(
      'devices-change',
      (changed) => {
        this.#setDevices(changed);
        events.emit('device-change', { devices: changed });
      },
      { signal },
    );
    session.on(
      'playback-change',
      ({ canPlayAudio }) => {
        this.#set({ canPlayAudio });
        events.emit('playback-change', { canPlayAudio });
      },
      { signal },
    );
  }

  /** Returns the method of the store for a switch. */
  setterOf(name: SwitchName): (on: boolean) => Promise<void> {
    return (on) => this.#switch(name, on);
  }

  /** Turns a switch on or off for the person, and keeps the choice for every later call. */
  async #switch(name: SwitchName, on: boolean): Promise<void> {
    const { attempt, choices } = this.#options;
    const { session } = attempt() ?? {};
    if (on && name !== 'microphone' && choices.isObserver) {
      throw new FfcError({
        reason: 'publish-forbidden',
        stage: 'session',
        message: 'An observer shows nothing.',
      });
    }
    if (name === 'screenShare') return this.#apply(name, on);
    // Without a session everything is off already: the choice counts for the next one.
    const isOff = !on && attempt() !== undefined;
    if (session || isOff) choices.choose({ [name]: on });
    if (session || !isOff) return this.#apply(name, on);
  }

  /**
   * Turns on the switches that the person wants on. A failing device is reported, and ends nothing
   * else. A device whose media the call does not accept is left alone: opening it asks the person.
   */
  turnOnIntended(isWanted: (name: keyof IntendedSwitches) => boolean = () => true): void {
    const intended = this.#options.choices.intended.getSnapshot();
    const { permissions } = this.cell.getSnapshot();
    for (const name of devices) {
      if (!intended[name] || !isWanted(name) || this.#isGoingOn(name)) continue;
      if (mayPublish(permissions, sources[name])) this.#apply(name, true).catch(() => {});
    }
  }

  /**
   * Turns off the switches that the person wants off. Resolves once their media are no longer sent.
   * An observer shows no screen either.
   */
  async turnOffUnintended(): Promise<void> {
    const { choices } = this.#options;
    const intended: Partial<Record<SwitchName, boolean>> = choices.intended.getSnapshot();
    const calls = names.map(async (name) => {
      const { enabled } = this.cell.getSnapshot()[name];
      // A screen is not among the intended switches.
      if ((intended[name] ?? !choices.isObserver) || !(enabled || this.#isGoingOn(name))) return;
      const call = this.#apply(name, false);
      // A permission prompt may stay open for long: the session closes the device after it.
      if (enabled) await call;
      else call.catch(() => {});
    });
    await Promise.all(calls);
  }

  /** Calls the session once it is ready. Rejects when the session is released first. */
  call(work: (session: RtcSession, signal: AbortSignal) => Promise<void>): Promise<void> {
    return this.#during(async ({ current, ready, signal }) => {
      // A ready session is called in the same task, while the user gesture still counts.
      await abortable(work(current ?? (await abortable(ready, signal)), signal), signal);
    });
  }

  /** Copies the facts of the local participant. */
  readonly setLocal = ({ tracks, permissions }: RtcParticipant): void => {
    this.#set({ permissions });
    for (const name of names) {
      // A paused screen is still shared.
      const enabled = tracks.some(
        ({ source, muted }) => source === sources[name] && (name === 'screenShare' || !muted),
      );
      this.#setControl(name, enabled ? { enabled, error: undefined } : { enabled });
    }
  };

  reset(): void {
    this.#pending = noCalls();
    this.#set(nothing);
  }

  /** Whether a switch is on, or will be after its pending calls. */
  #isGoingOn(name: SwitchName): boolean {
    const { count, on } = this.#pending[name];
    return count ? on : this.cell.getSnapshot()[name].enabled;
  }

  /** Calls the session; the control is `pending` until the call is done. */
  #apply(name: SwitchName, on: boolean): Promise<void> {
    const calls = this.#pending;
    const set = (change: Partial<ControlState>): void => {
      // A newer session has controls of its own.
      if (calls === this.#pending) this.#setControl(name, change);
    };
    return this.#during(async ({ current, ready, signal }) => {
      const call = async (): Promise<void> => (current ?? (await ready))[setters[name]](on);
      calls[name].count++;
      calls[name].on = on;
      set({ pending: true });
      try {
        await abortable(call(), signal);
        if (on) set({ error: undefined });
      } catch (thrown) {
        const error = toFfcError(thrown, 'device');
        if (on && !isAbort(error)) set({ error });
        throw error;
      } finally {
        if (--calls[name].count === 0) set({ pending: false });
      }
    });
  }

  async #during(work: (session: OwnedSession) => Promise<void>): Promise<void> {
    const session = this.#options.attempt()?.session;
    if (!session) throw invalidState('No preview or call runs.');
    try {
      await work(session);
    } catch (thrown) {
      const error = session.errorOf(thrown);
      this.#options.report(error);
      throw error;
    }
  }

  #setDevices(next: RtcDevices): void {
    const { devices: before } = this.cell.getSnapshot();
    if (JSON.stringify(before) !== JSON.stringify(next)) this.#set({ devices: next });
  }

  #setControl(name: SwitchName, change: Partial<ControlState>): void {
    const before = this.cell.getSnapshot()[name];
    const next = Object.freeze({ ...before, ...change });
    if (!shallowEqual(before, next)) this.#set({ [name]: next });
  }

  #set(change: Partial<Controls>): void {
    const before = this.cell.getSnapshot();
    this.cell.set({ ...before, ...change });
    const now = this.cell.getSnapshot();
    if (names.every((name) => now[name] === before[name])) return;
    const { microphone, camera, screenShare } = now;
    this.#options.events.emit('switch-change', { microphone, camera, screenShare });
  }
}

function noCalls(): Record<SwitchName, PendingCalls> {
  const none = (): PendingCalls => ({ count: 0, on: false });
  return { microphone: none(), camera: none(), screenShare: none() };
}
