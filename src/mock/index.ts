/**
 * Scripted services for stories, tests and design work. They implement the same ports as the real
 * client and the real media session, and need no server, no network and no devices.
 *
 * ```js
 * const services = createMockServices();
 * const store = createRoomStore(services);
 * services.session.crowd(8);
 * await store.open('1');
 * await store.join();
 * services.session.setSpeaking({ guest1: 0.7 });
 * ```
 *
 * The import also adds stand-ins for the browser APIs that jsdom and happy-dom lack, so that unit
 * tests can create elements.
 */
import { fillIn } from './stand-ins.js';

export { createMockApproval } from './approval.js';
export type { MockApproval, MockApprovalMethod, MockDecision } from './approval.js';
export { createMockChannels } from './channels.js';
export type { MockAuthor, MockChannels, MockChannelsOptions } from './channels.js';
export { createDemoRooms, demoPassword } from './demo-rooms.js';
export { mockDevices } from './devices.js';
export { createMockPush } from './push.js';
export type { MockPush } from './push.js';
export { createMockService } from './service.js';
export type { MockService, MockServiceMethod, MockServiceOptions } from './service.js';
export { createMockServices } from './services.js';
export type { MockServices, MockServicesOptions } from './services.js';
export { createMockSession } from './session.js';
export type {
  MockLocal,
  MockParticipant,
  MockPlayOptions,
  MockSentMessage,
  MockSession,
  MockSessionMethod,
  MockSessionOptions,
  MockStep,
  MockTranscription,
} from './types.js';

fillIn();
