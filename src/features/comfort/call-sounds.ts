import type { RoomHandle } from '../../parts/room-handle.js';
import { settingsOf } from '../../parts/settings.js';
import { useAudioContext } from '../voice/audio-context.js';
import { type Note, playNotes } from '../voice/tone.js';

/** With more people than this in the call there would be no end of it. */
const peopleAtMost = 5;
/** Milliseconds between two sounds, at the least. */
const pause = 2000;
const volume = 0.06;

/** Two notes each: up for who comes, down for who goes. */
const chimes = {
  joined: [523.25, 659.25],
  left: [659.25, 523.25],
  hand: [587.33, 880],
  message: [783.99, 783.99],
} as const;

/** Plays soft sounds for what happens in a call, where page and person want them. */
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
  store.on('participant-joined', ({ participant, initial }) => {
    if (!initial && !participant.isLocal) sound('joined');
  });
  store.on('participant-left', ({ participant }) => {
    if (!participant.isLocal) sound('left');
  });
  host.addEventListener('ffc-hand-change', ({ target, participant, raised }) => {
    if (target === host && raised && !participant.isLocal) sound('hand');
  });
  host.addEventListener('ffc-message', ({ target }) => {
    if (target === host) sound('message');
  });
}

/** A browser that wants a click first plays nothing. */
function ring(notes: readonly Note[]): void {
  const use = new AbortController();
  const context = useAudioContext(use.signal);
  void playNotes(context.destination, notes, volume).then(() => use.abort());
}
