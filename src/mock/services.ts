import type { RoomServices } from '../state/types.js';
import type { ChatServices } from '../state/chat-types.js';
import { createMockApproval, type MockApproval } from './approval.js';
import { createMockChannels, type MockChannels } from './channels.js';
import type { MockPush } from './push.js';
import { createMockService, type MockService, type MockServiceOptions } from './service.js';
import type { CheckResult, CheckStage } from '../rtc/check.js';
import { createMockSession } from './session.js';
import type { MockSession, MockSessionOptions } from './types.js';

/** The initial state of all scripted services. */
export interface MockServicesOptions {
  /** The initial state of the sessions. */
  readonly session?: MockSessionOptions;
  /** The initial state of the service, or a service. */
  readonly service?: MockServiceOptions | MockService;
  /**
   * The result of a check of the connection. Default: all stages pass, and there is no TURN server.
   */
  readonly check?: Partial<Record<Exclude<CheckStage, 'service'>, CheckResult>>;
}

/** The scripted services for the stores of rooms, lists and chats. */
export interface MockServices extends RoomServices, ChatServices {
  /** The newest session. The first exists from the start; each later visit gets another. */
  readonly session: MockSession;
  readonly service: MockService;
  /** The chats of the same member. They emit on the same stream. */
  readonly channels: MockChannels;
  /** The people who wait for a host of the room. Somebody who is admitted joins the session. */
  readonly waiting: MockApproval;
  readonly push: MockPush;
}

/**
 * Creates scripted services, without a server, for `createRoomStore()` or for an element's
 * `services`. The people that the script added stay when a room is left and joined again.
 */
export function createMockServices(options: MockServicesOptions = {}): MockServices {
  const given = options.service;
  const service = isService(given) ? given : createMockService(given);
  // The options of a service fit its chats too.
  const chat = isService(given) ? {} : (given ?? {});
  let session = createMockSession(options.session);
  let fresh = true;
  const waiting = createMockApproval(({ person: { appUserId, appUserName }, isAdmitted }) => {
    if (!isAdmitted) return;
    session.addParticipant({ identity: appUserId, name: appUserName ?? appUserId });
  });
  const endRoom = service.endRoom?.bind(service);
  if (endRoom) {
    service.endRoom = async (...args) => {
      await endRoom(...args);
      if (session.connection.state !== 'new') session.end('room-ended');
    };
  }
  return {
    rooms: service,
    member: service,
    service,
    channels: createMockChannels({
      ...chat,
      push: service.push,
      room: (roomId) => service.rooms.find(({ id }) => id === roomId),
    }),
    waiting,
    approval: () => Promise.resolve(waiting),
    push: service.push,
    checkConnection({ onResult }) {
      const results: Record<string, CheckResult> = { turn: 'skipped', ...options.check };
      for (const stage of ['signalling', 'media', 'turn'] as const) {
        const result = results[stage] ?? 'passed';
        onResult(stage, result);
        if (result === 'failed') break;
      }
      return Promise.resolve();
    },
    get session() {
      return session;
    },
    createSession() {
      if (!fresh) {
        session = createMockSession({ ...options.session, participants: session.script() });
      }
      fresh = false;
      return Promise.resolve(session);
    },
  };
}

function isService(value: MockServiceOptions | MockService | undefined): value is MockService {
  return value !== undefined && 'listRooms' in value;
}
