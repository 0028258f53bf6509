import type { Cell } from '../../core/cell.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { settingsOf } from '../../parts/settings.js';
import type { ChatStore, Coming } from '../../state/chat-types.js';
import type { ParticipantSnapshot } from '../../state/types.js';

/** With more people than this in the call nobody wants to read who comes and goes. */
const peopleAtMost = 25;
/** Whoever comes, or goes, within this time of the one before shares a line, in milliseconds. */
const foldWithin = 60_000;
/** How many lines are kept, and how many names of each. */
const linesAtMost = 100;
const namesAtMost = 3;

/**
 * Keeps who came and went during the call, as lines between the messages, until the signal aborts.
 * A storm of them is one line, and a call of many people, or a person who set it so, has none.
 */
export function followComings(
  room: RoomHandle,
  chat: Pick<ChatStore, 'phase'>,
  comings: Cell<readonly Coming[]>,
  signal: AbortSignal,
): void {
  const { store, options } = room;
  let count = 0;
  /** What happened while the messages before it were not known yet. */
  let early: (() => void)[] = [];
  const add = (kind: Coming['kind'], participant: ParticipantSnapshot): void => {
    if (chat.phase.getSnapshot().state === 'loading') early.push(() => put(kind, participant));
    else put(kind, participant);
  };
  const put = (kind: Coming['kind'], { identity, name }: ParticipantSnapshot): void => {
    const isTold = room.isInCall && !options.getSnapshot().observer;
    const isCrowd = store.roster.getSnapshot().identities.length > peopleAtMost;
    if (!isTold || isCrowd || !settingsOf(room).getSnapshot().comings) return;
    const phase = chat.phase.getSnapshot();
    const messages = phase.state === 'ready' ? phase.messages : [];
    // What has no text is not shown.
    const after = messages.findLast(({ message }) => message)?.messageId;
    const at = Date.now();
    const all = comings.getSnapshot();
    const open = all.findLast(
      (line) => line.kind === kind && line.after === after && at - line.at < foldWithin,
    );
    const people = new Map(open?.people).set(identity, name);
    const line: Coming = Object.freeze({
      id: open?.id ?? ++count,
      kind,
      after,
      at,
      people,
      names: people.size > namesAtMost ? [] : [...people.values()],
    });
    const next = open ? all.map((each) => (each === open ? line : each)) : [...all, line];
    comings.set(next.slice(-linesAtMost));
  };
  store.on(
    'participant-joined',
    ({ participant, initial }) => {
      if (!initial && !participant.isLocal) add('joined', participant);
    },
    { signal },
  );
  store.on(
    'participant-left',
    ({ participant }) => {
      if (!participant.isLocal) add('left', participant);
    },
    { signal },
  );
  chat.phase.subscribe(
    ({ state }) => {
      if (state === 'loading') return;
      const all = early;
      early = [];
      for (const each of all.slice(-linesAtMost)) each();
    },
    { signal },
  );
  store.phase.subscribe(() => room.isInCall || comings.set([]), { signal });
}
