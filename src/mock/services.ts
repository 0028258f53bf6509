import type { RoomServices } from '../state/types.js';
import { createMockService, type MockService, type MockServiceOptions } from './service.js';
import { createMockSession } from './session.js';
import type { MockSession, MockSessionOptions } from './types.js';

/** How a whole scripted world starts. */
export interface MockServicesOptions {
  /** How the sessions start. */
  readonly session?: MockSessionOptions;
  /** How the service starts, or one that exists. */
  readonly service?: MockServiceOptions | MockService;
}

/** All that a room store or a list store needs, scripted. */
export interface MockServices extends RoomServices {
  /** The newest session: the first is there from the start, to prepare; a later visit gets another. */
  readonly session: MockSession;
  readonly service: MockService;
}

/**
 * Makes a world without a server: give it to `createRoomStore()` or to an element's `services`.
 * People that the script added stay there when a room is left and joined again.
 */
export function createMockServices(options: MockServicesOptions = {}): MockServices {
  const service = isService(options.service) ? options.service : createMockService(options.service);
  let session = createMockSession(options.session);
  let fresh = true;
  return {
    rooms: service,
    member: service,
    service,
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
