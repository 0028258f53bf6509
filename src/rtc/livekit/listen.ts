import type { Room, RoomEventCallbacks } from 'livekit-client';

/** `room.on` with an end: LiveKit's emitter does not know signals. */
export function listen<E extends keyof RoomEventCallbacks>(
  room: Room,
  event: E,
  handler: RoomEventCallbacks[E],
  signal: AbortSignal,
): void {
  room.on(event, handler);
  signal.addEventListener('abort', () => room.off(event, handler), { once: true });
}
