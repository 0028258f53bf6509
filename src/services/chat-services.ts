import { createChannelApi } from '../api/channel-calls.js';
import type { ChannelApi } from '../api/channel-types.js';
import type { FfcClient } from '../api/client.js';
import type { ChatServices } from '../state/chat-types.js';
import { MemberUse } from './member-session.js';
import type { Releasable, ServiceOptions } from './types.js';

/**
 * Creates the services of a chat. They always use the service itself, as gateways have no channels.
 *
 * @throws {FfcError} stage `setup`, when an option is missing or wrong.
 */
export function createChatServices(options: ServiceOptions): ChatServices & Releasable {
  const member = new MemberUse(options);
  let made: { readonly client: FfcClient; readonly channels: ChannelApi } | undefined;
  return member.stands({
    get channels() {
      const { client } = member;
      if (made?.client !== client) made = { client, channels: createChannelApi(client) };
      return made.channels;
    },
    get push() {
      return member.client;
    },
    release: () => member.release(),
  });
}
