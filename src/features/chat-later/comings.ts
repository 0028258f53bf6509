import type { Cell } from '../../core/cell.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { settingsOf } from '../../parts/settings.js';
import type { ChatStore, Coming } from '../../state/chat-types.js';
import type { ParticipantSnapshot } from '../../state/types.js';

/** In a call of more people than this, the chat has no lines about joins and leaves. */
const peopleAtMost = 25;
/** The milliseconds within which a further join, or leave, is added to the last line. */
const foldWithin = 60_000;
/** The most lines that are kept, and the most names of each. */
const linesAtMost = 100;
const namesAtMost = 3;

/**
 * Records joins and leaves during the call, as lines between the messages, until the signal aborts.
 * Many of them in a short time share a line. There are none in a call of many people, or if the
 * person has turned them off in the settings.
 */
export function followComings(
  room: RoomHandle,
  chat: Pick<ChatStore, 'phase'>,
  comings: Cell<readonly Coming[]>,
  signal: AbortSignal,
): void {
  const { store, options } = room;
  let count = 0;
  /** The joins and leaves from before the messages have loaded. */
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
    // A message without text is not shown.
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
