import type { ChannelMessage, MessageAuthor } from '../../api/channel-types.js';
import type { Page, PushEvent } from '../../api/types.js';
import { FfcError } from '../../core/errors.js';
import { FloodLimit } from '../../core/message-limits.js';
import { maxTextLength } from '../../parts/features.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { LiveRoom, RtcMessage, RtcSession } from '../../rtc/session.js';
import type { ChatServices } from '../../state/chat-types.js';

/** The topics of LiveKit's own chats: of text streams, and of older messages, which are JSON. */
const topic = 'lk.chat';
const olderTopic = 'lk-chat-topic';
const maxKept = 500;

/** The used members of a text stream. */
type TextReader = Parameters<Parameters<LiveRoom['registerTextStreamHandler']>[1]>[0];

/**
 * Replaces the channel in a room without one: the call itself carries the messages. The chat knows
 * only the messages since its first use. The person's own messages are emitted like those of
 * others. In a call of LiveKit they are text streams, like those of LiveKit's own chats. A scripted
 * session, or one of the page, carries them as data messages.
 */
export function createCallChannel({ store }: RoomHandle, signal: AbortSignal): ChatServices {
  const listeners = new Set<(event: PushEvent) => void>();
  let messages: readonly ChannelMessage[] = [];
  let channelId: number | undefined;
  let lastId = 0;
  let heard: RtcSession | undefined;
  /** Aborts with the followed call, whose live room nothing may keep after that. */
  let call = new AbortController();
  const limit = new FloodLimit('chat messages');

  const listen = (): void => {
    const session = signal.aborted ? undefined : store.session;
    if (session === heard) return;
    call.abort();
    call = new AbortController();
    heard = session;
    session?.on('data-received', onMessage, call);
    if (session?.liveRoom) followStreams(session.liveRoom, call);
  };
  const followStreams = (room: LiveRoom, { signal: until }: AbortController): void => {
    try {
      room.registerTextStreamHandler(topic, (reader, { identity }) => {
        if (limit.allows(identity)) void read(reader).then((text) => hear(identity, text));
      });
    } catch {
      // The page has registered its own reader. LiveKit allows one reader for each topic.
      return;
    }
    until.addEventListener('abort', () => room.unregisterTextStreamHandler(topic));
  };
  const hear = (identity: string, text: string): void => {
    // Other products may send longer messages than this chat can.
    if (text.trim()) add(identity, text.slice(0, maxTextLength));
  };
  const onMessage = ({ topic: of, text, identity }: RtcMessage): void => {
    const written = of === olderTopic ? textOfOlder(text) : of === topic && text;
    if (identity !== undefined && written) hear(identity, written);
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
  signal.addEventListener('abort', listen);
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
        await send(session, message);
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

async function send(session: RtcSession, text: string): Promise<void> {
  const { liveRoom } = session;
  // Without the permission to publish, the session rejects with the reason.
  if (!liveRoom || liveRoom.localParticipant.permissions?.canPublishData === false) {
    return session.sendText(text, { topic });
  }
  try {
    await liveRoom.localParticipant.sendText(text, { topic });
  } catch (cause) {
    throw new FfcError({
      reason: 'send-failed',
      stage: 'session',
      message: 'The message could not be sent.',
      retryable: true,
      cause,
    });
  }
}

/** Reads a stream up to the length limit of a message. */
async function read(reader: TextReader): Promise<string> {
  let text = '';
  try {
    for await (const piece of reader) {
      text += piece;
      if (text.length > maxTextLength) break;
    }
  } catch {
    // The sender left before the end of the stream: keep the text received so far.
  }
  return text;
}

/**
 * The text of `{"id": …, "timestamp": …, "message": …}`; undefined for anything else, and for a
 * message that its sender also sends as a text stream (`ignoreLegacy`).
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
