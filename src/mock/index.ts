/**
 * A scripted world for stories, tests and design work: the same ports as the real client and the
 * real media session, with no server, no network and no devices behind them.
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
 * The import also fills in what jsdom and happy-dom lack of a browser, so that elements can be
 * created in unit tests.
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
