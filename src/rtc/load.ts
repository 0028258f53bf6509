import { loadFailed } from '../core/errors.js';
import type * as Adapter from './livekit/session.js';
import type { RtcSessionFactory } from './session.js';
import type { RtcCheckOptions } from './check.js';

/**
 * Makes a session over LiveKit. The adapter and `livekit-client` come with the first call, as a
 * chunk of their own; when it cannot be had the promise rejects with `load-failed`.
 */
export const loadLiveKitSession: RtcSessionFactory = async (options) => {
  const { LiveKitSession } = await loadAdapter();
  return new LiveKitSession(options);
};

/** Loads the adapter and `livekit-client`; the first session waits for it otherwise. */
async function loadAdapter(): Promise<typeof Adapter> {
  return loadPart(() => import('./livekit/session.js'));
}

/** Loads all of it before somebody joins: what only a call needs behind what a preview needs. */
export async function preloadAdapter(): Promise<void> {
  const { loadInCall } = await loadAdapter();
  await loadInCall();
}

/** Tries the stages of a connection; rejects with `load-failed` when the code for it cannot be had. */
export async function checkLiveKitConnection(options: RtcCheckOptions): Promise<void> {
  const { loadInCall } = await loadAdapter();
  await (await loadInCall()).checkConnection(options);
}

/**
 * Loads a part of the code for calls. A load that failed is forgotten, and can be tried again.
 *
 * @throws {FfcError} `load-failed`, when it cannot be had.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const message = 'The code for calls could not be loaded.';
    throw loadFailed(message, cause, 'connect');
  }
}
