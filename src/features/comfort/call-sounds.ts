import type { RoomHandle } from '../../parts/room-handle.js';
import { settingsOf } from '../../parts/settings.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import { useAudioContext } from '../voice/audio-context.js';
import { type Note, playNotes } from '../voice/tone.js';

/**
 * In a call of more people than this, there are no sounds for joins and leaves: there would be too
 * many.
 */
const peopleAtMost = 5;
/** The least milliseconds between two sounds. */
const pause = 2000;
const volume = 0.06;

/** Two notes for each sound: rising for a join, falling for a leave. */
const chimes = {
  joined: [523.25, 659.25],
  left: [659.25, 523.25],
  hand: [587.33, 880],
  message: [783.99, 783.99],
} as const;

/** Plays sounds for the events of a call, if page and person want them. */
export function followSounds(
  room: RoomHandle,
  play: (notes: readonly Note[]) => void = ring,
): void {
  const { store, host, options } = room;
  let last = -Infinity;
  const sound = (name: keyof typeof chimes): void => {
    const { identities } = store.roster.getSnapshot();
    const isWanted = !options.getSnapshot().noSounds && settingsOf(room).getSnapshot().sounds;
    const now = performance.now();
    if (!isWanted || !room.isInCall || identities.length > peopleAtMost || now - last < pause)
      return;
    last = now;
    const [first, second] = chimes[name];
    play([
      { pitch: first, at: 0, length: 0.16 },
      { pitch: second, at: 0.1, length: 0.22 },
    ]);
  };
  // As in the announcements, observers do not hear who comes and goes.
  const coming = (name: 'joined' | 'left', { isLocal }: ParticipantSnapshot): void => {
    if (!isLocal && !options.getSnapshot().observer) sound(name);
  };
  store.on('participant-joined', ({ participant, initial }) => {
    if (!initial) coming('joined', participant);
  });
  store.on('participant-left', ({ participant }) => coming('left', participant));
  host.addEventListener('ffc-hand-change', ({ target, participant, raised }) => {
    if (target === host && raised && !participant.isLocal) sound('hand');
  });
  host.addEventListener('ffc-message', ({ target }) => {
    if (target === host) sound('message');
  });
}

/** Plays notes. Nothing plays in a browser that still requires a click. */
function ring(notes: readonly Note[]): void {
  const use = new AbortController();
  const context = useAudioContext(use.signal);
  void playNotes(context.destination, notes, volume).then(() => use.abort());
}
