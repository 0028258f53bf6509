import type { VideoRoom } from '../../api/types.js';
import { delay } from '../../core/abort.js';
import { isUpcoming, startOf } from '../room-rules.js';
import type { RoomServices } from '../types.js';
import { loadRoom } from './load-room.js';
import type { Phases } from './phases.js';
import type { RoomAttempt } from './room-attempt.js';

/** Timers stand still while a computer sleeps, so the clock is looked at this often (ms). */
const lookAgain = 15_000;

/**
 * Shows when the room starts, and resolves with it when that time has come, or with nothing when
 * nobody waits any more. A time that was put off meanwhile is waited for too. Rejects when the
 * attempt ends.
 */
export async function untilStart(
  { signal, roomId }: RoomAttempt,
  room: VideoRoom,
  services: RoomServices,
  phases: Phases,
): Promise<VideoRoom | undefined> {
  const isWaiting = (): boolean => phases.cell.getSnapshot().state === 'scheduled';
  const now = (): number => services.now?.() ?? Date.now();
  let latest = room;
  // The attempt may have ended while this code was loading, or the person may have joined.
  signal.throwIfAborted();
  if (!isWaiting()) return undefined;
  while (isUpcoming(latest, now())) {
    const startsAt = startOf(latest) ?? 0;
    phases.set({ state: 'scheduled', room: latest, startsAt });
    while (isWaiting() && isUpcoming(latest, now())) {
      const left = startsAt - now();
      await delay(Math.min(Math.max(left, 0), lookAgain), signal);
    }
    if (!isWaiting()) return undefined;
    // Where it cannot be asked now, the time that was known counts.
    const reloaded = await loadRoom(services.rooms, roomId, signal).catch(() => undefined);
    signal.throwIfAborted();
    if (!isWaiting()) return undefined;
    latest = reloaded ?? latest;
  }
  return latest;
}
