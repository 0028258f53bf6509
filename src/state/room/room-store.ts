import { Emitter } from '../../core/emitter.js';
import type { RoomServices, RoomStore, RoomStoreEvents, RoomStoreOptions } from '../types.js';
import { isJoining } from '../phase.js';
import { RoomFlow } from './room-flow.js';

/**
 * Creates the store of one room: its state and its methods, without any DOM.
 *
 * - Every method may reject with `invalid-state` (it does not fit the phase) or `aborted` (an
 *   `open()`, `leave()`, `close()`, `fail()` or `dispose()` was called meanwhile). Neither is
 *   emitted as an `error` event; each other failure is, once.
 * - A wrong password is also emitted as an `error` event; the phase shows that it was rejected.
 * - When the local participant leaves or is disconnected, the roster empties and the phase changes.
 *   The others have not left, so there is no `participant-left` for them.
 */
export function createRoomStore(services: RoomServices, options: RoomStoreOptions = {}): RoomStore {
  const events = new Emitter<RoomStoreEvents>();
  const flow = new RoomFlow(services, events, options);
  const { controls, participants } = flow;
  return {
    phase: flow.phases.cell,
    roster: participants.roster,
    controls: controls.cell,
    observers: participants.observers,
    intended: flow.choices.intended,
    displayName: flow.choices.displayName,
    me: flow.me,
    recording: flow.recording,
    get session() {
      return flow.session;
    },
    on: (type, handler, signal) => events.on(type, handler, signal),
    participant: (identity) => participants.cell(identity),
    configure: (next) => flow.configure(next),
    open: (roomId) => flow.open(roomId),
    close: () => flow.close(),
    fail: (error) => flow.fail(error),
    submitPassword: (password) => flow.submitPassword(password),
    join: (join = {}) => flow.join(join),
    leave: () => flow.leave(),
    retry: () => flow.retry(),
    forgetMember: () => {
      if (isJoining(flow.phases.cell.getSnapshot().state)) flow.leave().catch(() => {});
      flow.forgetMember();
    },
    forgetKept: () => flow.choices.forget(),
    setMicrophoneEnabled: controls.setterOf('microphone'),
    setCameraEnabled: controls.setterOf('camera'),
    setScreenShareEnabled: controls.setterOf('screenShare'),
    switchDevice: (kind, deviceId) =>
      controls.call(async (session, signal) => {
        await session.switchDevice(kind, deviceId);
        if (!signal.aborted) flow.choices.rememberDevice(kind, deviceId);
      }),
    setSubscribed: (trackSid, on) =>
      controls.call((session) => session.setSubscribed(trackSid, on)),
    startAudio: () => controls.call((session) => session.startAudio()),
    dispose: () => {
      services.release?.();
      return flow.dispose();
    },
  };
}
