import { hasLocalMedia } from '../../state/phase.js';
import type { RoomStore } from '../../state/types.js';

/**
 * Reflects the state of a room for CSS: `:state(connected)`, `:state(muted)` and the like, and the
 * attribute `state`. The attribute is first set with the first change, so that hydration finds the
 * HTML of the server unchanged.
 */
export function reflectRoom(host: HTMLElement, store: RoomStore): void {
  // Neither a server nor an older browser supports `:state()`.
  const isSupported = globalThis.CSS?.supports?.('selector(:state(x))');
  const states = isSupported ? host.attachInternals().states : new Set<string>();
  const write = (): void => {
    states.clear();
    for (const name of statesOf(store)) states.add(name);
  };
  store.phase.subscribe(({ state }) => {
    host.setAttribute('state', state);
    write();
  });
  store.controls.subscribe(write);
  store.recording.subscribe(write);
  write();
}

/** The room's state, and the further states of a preview or a call. */
function statesOf({ phase, controls, recording }: RoomStore): readonly string[] {
  const { state } = phase.getSnapshot();
  if (!hasLocalMedia(state)) return [state];
  const { microphone, camera, screenShare, canPlayAudio } = controls.getSnapshot();
  const switches = [microphone, camera, screenShare];
  return [
    state,
    !microphone.enabled && 'muted',
    !camera.enabled && 'camera-off',
    screenShare.enabled && 'sharing-screen',
    switches.some(({ pending }) => pending) && 'pending',
    switches.some(({ error }) => error) && 'blocked',
    !canPlayAudio && 'sound-blocked',
    recording.getSnapshot() && 'recording',
  ].filter((name) => name !== false);
}
