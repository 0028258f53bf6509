import { FfcError } from '../../core/errors.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { createChatStore } from '../../state/chat/chat-store.js';
import type { ChatStore } from '../../state/chat-types.js';
import { isCallPhase } from '../../state/phase.js';
import type { RoomPhase } from '../../state/types.js';

/**
 * The chat of a room: opens its channel when the call begins, because a room with a password lets
 * nobody into its channel before, and closes it with the call.
 *
 * @throws {FfcError} `invalid-state`, when the room's services have no channels.
 */
export function createFeature({ store, services }: RoomHandle, signal: AbortSignal): ChatStore {
  if (!services.channels) missingChannels();
  // Asked anew with each call: the page may have put other services in their place.
  const chat = createChatStore({
    get channels() {
      return services.channels ?? missingChannels();
    },
    push: { subscribe: (...args) => services.push?.subscribe(...args) },
  });
  let openId: number | undefined;
  const sync = (phase: RoomPhase): void => {
    const roomId = isCallPhase(phase) ? phase.room.id : undefined;
    if (roomId === openId) return;
    openId = roomId;
    // A failure is part of the chat's own phase.
    if (roomId !== undefined) chat.open(roomId).catch(() => {});
    else chat.close();
  };
  store.phase.subscribe(sync, { signal });
  signal.addEventListener('abort', () => chat.close(), { once: true });
  sync(store.phase.getSnapshot());
  return chat;
}

function missingChannels(): never {
  throw new FfcError({
    reason: 'invalid-state',
    stage: 'setup',
    message: 'The `services` of this room have no `channels`, which a chat needs.',
  });
}
