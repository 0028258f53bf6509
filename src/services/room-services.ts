import type { ApprovalStrategy } from '../api/approval-types.js';
import type { ChannelApi, ChannelKnowledge } from '../api/channel-types.js';
import type { FfcClient } from '../api/client.js';
import type { AppRoomsApi } from '../api/types.js';
import { checkLiveKitConnection, loadLiveKitSession, preloadAdapter } from '../rtc/load.js';
import type { RoomServices, TabGuard } from '../state/types.js';
import { MemberUse, roomsInPlace } from './member-session.js';
import type { Releasable, ServiceOptions } from './types.js';

/**
 * Creates the services of a room. The media library loads with the first session.
 *
 * @param options May also contain the approval strategy, in place of the assumed one of the
 *   service.
 * @param roomsApi Answers requests for rooms in place of the service and of the gateway in
 *   `roomsUrl`. Joining still uses the service.
 * @throws {FfcError} stage `setup`, when an option is missing or wrong.
 */
export function createRoomServices(
  options: ServiceOptions & { readonly approval?: ApprovalStrategy | undefined },
  roomsApi?: AppRoomsApi,
): RoomServices & Releasable {
  const inPlace = roomsInPlace(options, roomsApi);
  const member = new MemberUse(options);
  return member.stands({
    get rooms() {
      return inPlace ?? member.client;
    },
    get member() {
      return member.client;
    },
    get push() {
      return member.client;
    },
    channels: lazyChannels(() => member.client),
    approval: async (client = member.client) =>
      options.approval ?? (await import('../api/approval.js')).createApproval(client),
    tabs: lazyTabs,
    createSession: loadLiveKitSession,
    preload: () => Promise.all([preloadAdapter(), loadTabs()]),
    checkConnection: checkLiveKitConnection,
    release: () => member.release(),
  });
}

/**
 * Loads in the background of the preview. Without this code only the media server reports other
 * tabs.
 */
const loadTabs = async (): Promise<TabGuard | undefined> =>
  (await import('./tab-guard.js').catch(() => undefined))?.tabGuard;

const lazyTabs: TabGuard = {
  isElsewhere: async (...args) => (await loadTabs())?.isElsewhere(...args) ?? false,
  hold: async (...args) => (await loadTabs())?.hold(...args) ?? false,
};

/** The calls for channels. Their code loads with the first call, as few rooms have a chat. */
function lazyChannels(client: () => FfcClient): ChannelApi & ChannelKnowledge {
  // The parameter reads the client first: after a release that would begin another use.
  const load = async (now = client()): Promise<object> =>
    (await import('../api/channel-calls.js')).createChannelApi(now);
  const late = new Proxy(
    {},
    {
      get:
        (_, name) =>
        async (...args: unknown[]): Promise<unknown> => {
          const api = await load();
          return (Reflect.get(api, name) as (...given: unknown[]) => unknown).apply(api, args);
        },
    },
  );
  return late as ChannelApi & ChannelKnowledge;
}
