import type { ChannelMessage, MessageAuthor } from '../../api/channel-types.js';
import type { Page, PushEvent } from '../../api/types.js';
import { FfcError } from '../../core/errors.js';
import { maxTextLength } from '../../parts/features.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { RtcMessage, RtcSession } from '../../rtc/session.js';
import type { ChatServices } from '../../state/chat-types.js';

/** What LiveKit's own chats name their messages: those of today, and older ones, which are JSON. */
const topic = 'lk.chat';
const olderTopic = 'lk-chat-topic';
const maxKept = 500;

/**
 * Stands in for the channel of a room that has none: the call itself carries the messages, and
 * what was written is known from when the chat was first used. The person's own messages are told
 * as others' are.
 */
export function createCallChannel({ store }: RoomHandle, signal: AbortSignal): ChatServices {
  const listeners = new Set<(event: PushEvent) => void>();
  let messages: readonly ChannelMessage[] = [];
  let channelId: number | undefined;
  let lastId = 0;
  let heard: RtcSession | undefined;

  const listen = (): void => {
    const { session } = store;
    if (!session || session === heard) return;
    heard = session;
    session.on('data-received', onMessage, { signal });
  };
  const onMessage = ({ topic: of, text, identity }: RtcMessage): void => {
    const written = of === olderTopic ? textOfOlder(text) : of === topic && text;
    if (identity === undefined || !written || !written.trim()) return;
    // Other products have no such limit, and nobody can write more here.
    add(identity, written.slice(0, maxTextLength));
  };
  const add = (identity: string, text: string): void => {
    const message: ChannelMessage = Object.freeze({
      messageId: `call-${++lastId}`,
      sentAt: new Date().toISOString(),
      origin: 'MEMBER',
      type: 'MESSAGE',
      channelId,
      channelMember: authorOf(identity),
      message: text,
      customType: undefined,
      customData: undefined,
    });
    messages = [...messages, message].slice(-maxKept);
    for (const listener of listeners) listener({ type: 'message', message });
  };
  const authorOf = (identity: string): MessageAuthor => {
    const { name, role, picture, appUserId } = store.participant(identity).getSnapshot()
      ?.member ?? {
      name: identity,
    };
    return Object.freeze({
      type: role,
      appUser: Object.freeze({
        id: undefined,
        appUserId: appUserId ?? identity,
        appUserName: name,
        appUserProfileImgUrl: picture,
        customType: undefined,
      }),
    });
  };

  store.phase.subscribe(listen, { signal });
  listen();
  return {
    channels: {
      joinChannel: (roomId) => {
        if (roomId !== channelId) messages = [];
        channelId = roomId;
        return Promise.resolve();
      },
      getChannel: (id) => Promise.resolve({ id, channelState: 'OPENED', name: undefined }),
      leaveChannel: () => Promise.resolve(),
      listMessages: () => Promise.resolve(wholePage(messages)),
      sendMessage: async (_, { message = '' }) => {
        const { session } = store;
        if (!session) throw noCall();
        await session.sendText(message, { topic });
        add(store.roster.getSnapshot().localIdentity ?? '', message);
      },
    },
    push: {
      subscribe: (handler, { signal: until }) => {
        listeners.add(handler);
        until.addEventListener('abort', () => listeners.delete(handler), { once: true });
      },
    },
  };
}

/**
 * The text of `{"id": …, "timestamp": …, "message": …}`; undefined for anything else, and for what
 * a chat that speaks both says under the other topic too (`ignoreLegacy`).
 */
function textOfOlder(json = ''): string | undefined {
  try {
    const { message, ignoreLegacy } = (JSON.parse(json) ?? {}) as Readonly<Record<string, unknown>>;
    return typeof message === 'string' && ignoreLegacy !== true ? message : undefined;
  } catch {
    return undefined;
  }
}

function wholePage(content: readonly ChannelMessage[]): Page<ChannelMessage> {
  const { length } = content;
  return {
    content,
    number: 0,
    size: length,
    totalPages: 1,
    totalElements: length,
    first: true,
    last: true,
  };
}

function noCall(): FfcError {
  return new FfcError({
    reason: 'invalid-state',
    stage: 'session',
    message:
      'Messages can be sent only in a call, as this room has no channel of its own to keep them. Join the call before you write.',
  });
}
