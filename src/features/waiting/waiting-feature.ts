import type { ApprovalStrategy } from '../../api/approval-types.js';
import type { RoomOwner } from '../../api/types.js';
import { delay } from '../../core/abort.js';
import { createCell } from '../../core/cell.js';
import { FfcError, toFfcError } from '../../core/errors.js';
import { amHost } from '../../parts/hosts.js';
import { setPanelCount } from '../../parts/panel-counts.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { isCallPhase } from '../../state/phase.js';
import type { RoomWaiting } from '../../state/waiting-types.js';

/** The wait before another request when the first one fails. Each further failure doubles it. */
const firstWaitMs = 1500;
/** The longest wait after failures, unless the service asks for a longer one. */
const maxWaitMs = 60_000;

/** The queue of one call, and the strategy that requests it. */
interface Queue {
  readonly roomId: number;
  /** Loads the strategy that requests the queue. */
  readonly approval: () => Promise<ApprovalStrategy>;
}

/** Follows the waiting people, while the local participant is a host in a call. */
export function createFeature(room: RoomHandle, signal: AbortSignal): RoomWaiting {
  const { store } = room;
  const people = createCell<readonly RoomOwner[]>([]);
  let following: AbortController | undefined;
  /** The people who were decided about since the running request: its answer may still name them. */
  const decided = new Set<string>();

  const set = (waiting: readonly RoomOwner[]): void => {
    if (keyOf(waiting) === keyOf(people.getSnapshot())) return;
    people.set(Object.freeze(waiting));
    setPanelCount(room, 'participants', waiting.length);
  };
  const follow = async ({ roomId, approval: load }: Queue, until: AbortSignal): Promise<void> => {
    for (let wait = firstWaitMs; ;) {
      try {
        const approval = await load();
        decided.clear();
        const waiting = await approval.listWaiting(roomId, { signal: until });
        if (!until.aborted) set(waiting.filter(({ appUserId }) => !decided.has(appUserId)));
        wait = approval.askEvery;
      } catch (thrown) {
        const { reason, retryAfterMs = 0 } = toFfcError(thrown, 'api');
        // The service refuses a participant who is no longer a host. Any other failure may pass.
        if (reason === 'forbidden' || reason === 'not-found') return;
        wait = Math.max(Math.min(2 * wait, maxWaitMs), retryAfterMs);
      }
      await delay(wait, until);
    }
  };
  const sync = (): void => {
    const queue = queueOf(room);
    if (!!queue === !!following) return;
    following?.abort();
    following = queue && new AbortController();
    if (!queue || !following) return set([]);
    // Ignores the rejection by its signal.
    follow(queue, following.signal).catch(() => {});
  };
  const decide = async (answer: 'admit' | 'refuse', appUserId: string): Promise<void> => {
    const { roomId, approval } = queueOf(room) ?? fail();
    await (await approval())[answer](roomId, appUserId, { signal });
    decided.add(appUserId);
    set(people.getSnapshot().filter((person) => person.appUserId !== appUserId));
  };

  store.phase.subscribe(sync, { signal });
  for (const type of ['participant-joined', 'participant-change'] as const) {
    store.on(type, ({ participant }) => participant.isLocal && sync(), { signal });
  }
  signal.addEventListener('abort', () => following?.abort(), { once: true });
  sync();

  return {
    people,
    admit: (appUserId) => decide('admit', appUserId),
    refuse: (appUserId) => decide('refuse', appUserId),
    async admitAll() {
      const all = people.getSnapshot().map(({ appUserId }) => decide('admit', appUserId));
      const failed = (await Promise.allSettled(all)).find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    },
  };
}

/** The queue of the call, if there is one and the person may see it. */
function queueOf(room: RoomHandle): Queue | undefined {
  const { services } = room;
  const phase = room.store.phase.getSnapshot();
  if (!services.approval || !isCallPhase(phase) || !phase.room.policy.manuallyApproval)
    return undefined;
  return amHost(room)
    ? { roomId: phase.room.id, approval: async () => (await services.approval?.()) ?? fail() }
    : undefined;
}

function keyOf(people: readonly RoomOwner[]): string {
  return JSON.stringify(people);
}

function fail(): never {
  throw new FfcError({
    reason: 'invalid-state',
    stage: 'session',
    message: 'There is no call in which the person decides who is let in.',
  });
}
