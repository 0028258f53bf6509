import type { ApprovalStrategy } from '../api/approval-types.js';
import type { ChannelApi } from '../api/channel-types.js';
import type { FfcClient } from '../api/client.js';
import type { RoomsApi } from '../api/types.js';
import { checkLiveKitConnection, loadLiveKitSession, preloadAdapter } from '../rtc/load.js';
import type { RoomServices, TabGuard } from '../state/types.js';
import { MemberUse, roomsInPlace } from './member-session.js';
import type { Releasable, ServiceOptions } from './types.js';

/**
 * Makes the services of a room. The media library loads with the first session.
 *
 * @param options Also how members wait for a host, in place of what is assumed of the service.
 * @param roomsApi Answers for the rooms instead of the service, and of the gateway that
 *   `roomsUrl` names; joining is direct all the same.
 * @throws {FfcError} stage `setup`, when an option is missing or wrong.
 */
export function createRoomServices(
  options: ServiceOptions & { readonly approval?: ApprovalStrategy | undefined },
  roomsApi?: RoomsApi,
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
    approval: async () =>
      options.approval ?? (await import('../api/approval.js')).createApproval(member.client),
    tabs: lazyTabs,
    createSession: loadLiveKitSession,
    preload: () => Promise.all([preloadAdapter(), loadTabs()]),
    checkConnection: checkLiveKitConnection,
    release: () => member.release(),
  });
}

/** Loads behind the preview. Without its code the media server alone tells of other tabs. */
const loadTabs = async (): Promise<TabGuard | undefined> =>
  (await import('./tab-guard.js').catch(() => undefined))?.tabGuard;

const lazyTabs: TabGuard = {
  isElsewhere: async (...args) => (await loadTabs())?.isElsewhere(...args) ?? false,
  hold: async (...args) => (await loadTabs())?.hold(...args) ?? false,
};

const channelCalls = [
  'getChannel',
  'joinChannel',
  'leaveChannel',
  'sendMessage',
  'listMessages',
  'getMessage',
  'listChannelMembers',
  'getChannelMember',
  'setAsOperator',
  'setAsMember',
  'banMember',
] as const satisfies readonly (keyof ChannelApi)[];

/** The calls about channels, whose code comes with the first of them: few rooms have a chat. */
function lazyChannels(client: () => FfcClient): ChannelApi {
  const load = async (): Promise<ChannelApi> =>
    (await import('../api/channel-calls.js')).createChannelApi(client());
  const calls = channelCalls.map((name) => {
    const call = async (...args: unknown[]): Promise<unknown> => {
      const api = await load();
      return (api[name] as (...given: unknown[]) => Promise<unknown>).apply(api, args);
    };
    return [name, call];
  });
  return Object.fromEntries(calls) as ChannelApi;
}
