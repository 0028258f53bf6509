import { loadFailed } from '../core/errors.js';
import type * as Adapter from './livekit/session.js';
import type { RtcSessionFactory } from './session.js';
import type { RtcCheckOptions } from './check.js';

/**
 * Creates a session over LiveKit. The first call loads the adapter and `livekit-client`, which are
 * a chunk of their own. Rejects with `load-failed` when the chunk cannot be loaded.
 */
export const loadLiveKitSession: RtcSessionFactory = async (options) => {
  const { LiveKitSession } = await loadAdapter();
  return new LiveKitSession(options);
};

/** Loads the adapter and `livekit-client`. */
async function loadAdapter(): Promise<typeof Adapter> {
  return loadPart(() => import('./livekit/session.js'));
}

/**
 * Loads all code of a call before somebody joins, so that the first session does not wait for it.
 * The code of the preview loads first.
 */
export async function preloadAdapter(): Promise<void> {
  const { loadInCall } = await loadAdapter();
  await loadInCall();
}

/** Checks the stages of a connection. Rejects with `load-failed` when its code cannot be loaded. */
export async function checkLiveKitConnection(options: RtcCheckOptions): Promise<void> {
  const { loadInCall } = await loadAdapter();
  await (await loadInCall()).checkConnection(options);
}

/**
 * Loads a part of the code for calls. A load that failed is forgotten, and can be tried again.
 *
 * @throws {FfcError} `load-failed`, when the code cannot be loaded.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const message = 'The code for calls could not be loaded.';
    throw loadFailed(message, cause, 'connect');
  }
}
