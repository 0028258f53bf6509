/** One for all of the page: browsers give few of them, and each costs a thread. */
let shared: { readonly context: AudioContext; users: number } | undefined;

/**
 * Gives the audio context of the page until the signal aborts; with its last user it is closed.
 * It may be suspended: browsers want a click first. It resumes with the next one, and
 * after a phone call has interrupted it, when the page is seen again.
 */
export function useAudioContext(signal: AbortSignal): AudioContext {
  shared ??= { context: new AudioContext(), users: 0 };
  const used = shared;
  const { context } = used;
  used.users++;
  const resume = (): void => {
    if (context.state !== 'running') context.resume().catch(() => {});
  };
  resume();
  for (const type of ['pointerdown', 'keydown', 'visibilitychange']) {
    document.addEventListener(type, resume, { signal, capture: true });
  }
  signal.addEventListener('abort', () => {
    if (--used.users > 0) return;
    if (shared === used) shared = undefined;
    context.close().catch(() => {});
  });
  return context;
}
