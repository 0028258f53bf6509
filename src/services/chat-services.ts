import { createChannelApi } from '../api/channel-calls.js';
import type { ChatServices } from '../state/chat-types.js';
import { createClient } from './create-client.js';
import type { ServiceOptions } from './types.js';

/**
 * What a chat needs of the world: always the service itself, as gateways have no channels.
 *
 * @throws {FfcError} stage `setup`, when an option is missing or wrong.
 */
export function createChatServices(options: ServiceOptions): ChatServices {
  const client = createClient(options);
  return { channels: createChannelApi(client), push: client };
}
