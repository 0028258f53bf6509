/** The one audio context of the page: browsers limit their number, and each needs a thread. */
let shared: { readonly context: AudioContext; users: number } | undefined;

/**
 * Returns the audio context of the page, for use until the signal aborts. It closes with its last
 * user. It may be suspended, because browsers require a click first. It resumes with the next
 * click. After an interruption by a phone call it resumes when the page becomes visible again.
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
