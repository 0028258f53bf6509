import type { VideoRoom } from '../../api/types.js';
import { delay } from '../../core/abort.js';
import { isUpcoming, startOf } from '../room-rules.js';
import type { RoomServices } from '../types.js';
import { loadRoom } from './load-room.js';
import type { Phases } from './phases.js';
import type { RoomAttempt } from './room-attempt.js';

/**
 * The milliseconds between two checks of the clock: a single timer would stop while the computer
 * sleeps.
 */
const lookAgain = 15_000;

/**
 * Sets the phase `scheduled`, and resolves to the room once its time has come, or to undefined when
 * the person has joined meanwhile. It also waits for a time that was postponed. Rejects when the
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
    // After a failed request, the known time counts.
    const reloaded = await loadRoom(services.rooms, roomId, signal).catch(() => undefined);
    signal.throwIfAborted();
    if (!isWaiting()) return undefined;
    latest = reloaded ?? latest;
  }
  return latest;
}
