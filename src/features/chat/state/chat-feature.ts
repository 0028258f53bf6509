import type { ChannelMessage } from '../../../api/channel-types.js';
import { createCell } from '../../../core/cell.js';
import { FfcMessageEvent } from '../../../events/chat-events.js';
import { setPanelCount } from '../../../parts/panel-counts.js';
import type { RoomHandle } from '../../../parts/room-handle.js';
import { createChatStore } from '../../../state/chat/chat-store.js';
import type { ChatServices, ChatStore, Coming, RoomChat } from '../../../state/chat-types.js';
import { isCallPhase } from '../../../state/phase.js';
import type { RoomPhase } from '../../../state/types.js';
import { Outbox } from './outbox.js';

/**
 * The chat of a room. It opens the channel when the call begins, because a room with a password
 * opens its channel only then, and closes it with the call. If the room's services have no
 * channels, the call itself carries the messages.
 */
export async function createFeature(room: RoomHandle, signal: AbortSignal): Promise<RoomChat> {
  const { store, host } = room;
  const chat = createChatStore(await chatServices(room, signal));
  const outbox = new Outbox(chat);
  const unread = createCell(0);
  const comings = createCell<readonly Coming[]>([]);
  const isOwn = ({ channelMember }: ChannelMessage): boolean =>
    channelMember !== undefined && ownIds(room).includes(channelMember.appUser.appUserId);

  chat.on('message', ({ message }) => {
    if (isOwn(message)) outbox.confirm(message);
    else unread.set(unread.getSnapshot() + 1);
    host.dispatchEvent(new FfcMessageEvent({ message }));
  });
  unread.subscribe((count) => setPanelCount(room, 'chat', count));

  let openId: number | undefined;
  const sync = (phase: RoomPhase): void => {
    const roomId = isCallPhase(phase) ? phase.room.id : undefined;
    if (roomId === openId) return;
    openId = roomId;
    // The chat puts a failure into its phase.
    if (roomId !== undefined) chat.open(roomId).catch(() => {});
    else {
      chat.close();
      outbox.clear();
      unread.set(0);
    }
  };
  store.phase.subscribe(sync, { signal });
  signal.addEventListener('abort', () => chat.close(), { once: true });
  sync(store.phase.getSnapshot());
  // Without this code the chat has no lines about joins and leaves.
  import('../../chat-later/chat-later.js').then(
    (code) => code.followComings(room, chat, comings, signal),
    () => {},
  );
  return {
    ...chat,
    outbox: outbox.messages,
    unread,
    comings,
    isOwn,
    markRead: () => unread.set(0),
    post: async (text) => {
      await whenOpen(chat);
      await outbox.post(text);
    },
    retry: (id) => outbox.retry(id),
    discard: (id) => outbox.remove(id),
  };
}

/** Called for each call: the page may have replaced the services. */
async function chatServices(room: RoomHandle, signal: AbortSignal): Promise<ChatServices> {
  const { services } = room;
  const { channels } = services;
  if (channels) {
    return {
      get channels() {
        return services.channels ?? channels;
      },
      get push() {
        return services.push;
      },
    };
  }
  const { createCallChannel } = await import('../../call-text/call-channel.js');
  return createCallChannel(room, signal);
}

/** The ids of the local participant that may be the author of a message. */
function ownIds({ store }: RoomHandle): readonly (string | undefined)[] {
  const identity = store.roster.getSnapshot().localIdentity;
  const local = identity ? store.participant(identity).getSnapshot() : undefined;
  return [store.me.getSnapshot()?.appUserId, local?.member.appUserId, identity];
}

/** Resolves when the chat accepts messages. Rejects with the reason when it does not. */
function whenOpen(chat: ChatStore): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    const check = (): void => {
      const now = chat.phase.getSnapshot();
      if (now.state === 'loading') return;
      done.abort();
      if (now.state === 'failed') reject(now.error);
      // A chat that is not open rejects by itself.
      else resolve(now.state === 'ready' ? undefined : chat.refresh());
    };
    chat.phase.subscribe(check, { signal: done.signal });
    check();
  });
}
