import type { Readable } from '../../core/cell.js';
import { Emitter, type SubscribeOptions, type Unsubscribe } from '../../core/emitter.js';
import type { FfcError } from '../../core/errors.js';
import type { DeviceKind, RtcSession } from '../../rtc/session.js';
import type {
  Controls,
  JoinOptions,
  ParticipantSnapshot,
  RoomPhase,
  RoomServices,
  RoomStore,
  RoomStoreEvents,
  RoomStoreOptions,
  Roster,
} from '../types.js';
import { rememberDevice } from './device-memory.js';
import { LocalControls } from './local-controls.js';
import { Participants } from './participants.js';
import { RoomFlow } from './room-flow.js';

/**
 * Makes the store of one room: its state and its intents, and nothing of the page.
 *
 * - Every intent may reject with `invalid-state` (it does not fit the phase) or `aborted` (an
 *   `open()`, `leave()`, `close()`, `fail()` or `dispose()` came in between). Neither is an
 *   `error` event; each other failure is one, once.
 * - A wrong password is no `error` event either: the phase says that it was rejected.
 * - When the local participant leaves or is cut off, the roster empties and the phase changes.
 *   The others have not left, so there is no `participant-left` for them.
 */
export function createRoomStore(services: RoomServices, options?: RoomStoreOptions): RoomStore {
  return new DefaultRoomStore(services, options);
}

class DefaultRoomStore implements RoomStore {
  readonly phase: Readable<RoomPhase>;
  readonly roster: Readable<Roster>;
  readonly controls: Readable<Controls>;
  readonly #events = new Emitter<RoomStoreEvents>();
  readonly #participants: Participants;
  readonly #flow: RoomFlow;

  constructor(services: RoomServices, options: RoomStoreOptions = {}) {
    const events = this.#events;
    const controls = new LocalControls(events);
    const participants = new Participants(events, (tracks) => controls.setTracks(tracks));
    this.#participants = participants;
    this.#flow = new RoomFlow({ services, events, participants, controls }, options);
    this.phase = this.#flow.phase;
    this.roster = participants.roster;
    this.controls = controls.cell;
  }

  get session(): RtcSession | undefined {
    return this.#flow.session;
  }

  on<K extends keyof RoomStoreEvents>(
    type: K,
    handler: (event: RoomStoreEvents[K]) => void,
    options?: SubscribeOptions,
  ): Unsubscribe {
    return this.#events.on(type, handler, options);
  }

  participant(identity: string): Readable<ParticipantSnapshot | undefined> {
    return this.#participants.cell(identity);
  }

  configure(options: RoomStoreOptions): void {
    this.#flow.options = options;
  }

  open(roomId: string): Promise<void> {
    return this.#flow.open(roomId);
  }

  close(): Promise<void> {
    return this.#flow.close();
  }

  fail(error: FfcError): void {
    this.#flow.fail(error);
  }

  submitPassword(password: string): Promise<void> {
    return this.#flow.submitPassword(password);
  }

  join(options: JoinOptions = {}): Promise<void> {
    return this.#flow.join(options);
  }

  leave(): Promise<void> {
    return this.#flow.leave();
  }

  retry(): Promise<void> {
    return this.#flow.retry();
  }

  setMicrophoneEnabled(on: boolean): Promise<void> {
    return this.#flow.calls.switch('microphone', on);
  }

  setCameraEnabled(on: boolean): Promise<void> {
    return this.#flow.calls.switch('camera', on);
  }

  setScreenShareEnabled(on: boolean): Promise<void> {
    return this.#flow.calls.switch('screenShare', on);
  }

  switchDevice(kind: DeviceKind, deviceId: string): Promise<void> {
    return this.#flow.calls.call(async (session, signal) => {
      await session.switchDevice(kind, deviceId);
      if (!signal.aborted) rememberDevice(this.#flow.options.storage, kind, deviceId);
    });
  }

  setSubscribed(trackSid: string, on: boolean): Promise<void> {
    return this.#flow.calls.call((session) => session.setSubscribed(trackSid, on));
  }

  startAudio(): Promise<void> {
    return this.#flow.calls.call((session) => session.startAudio());
  }

  dispose(): Promise<void> {
    return this.#flow.dispose();
  }
}
