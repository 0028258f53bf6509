import { FfcError, isAbort, loadFailed, toFfcError } from '../core/errors.js';
import type { RoomCaptions } from '../state/caption-types.js';
import type { RoomChat } from '../state/chat-types.js';
import type { RoomPictureInPicture } from '../state/pip-types.js';
import type { RoomSignals } from '../state/signal-types.js';
import type { RoomWaiting } from '../state/waiting-types.js';
import type { RoomHandle } from './room-handle.js';

/**
 * The features of a room, and the object that `room.use(name)` resolves to. To add one of your own:
 * `declare module 'ffc-elements/parts' { interface RoomFeatures { poll: PollStore } }`.
 */
export interface RoomFeatures {
  /** The chat of the room: open while the call runs. */
  readonly chat: RoomChat;
  /** The picture-in-picture window of the call. */
  readonly pip: RoomPictureInPicture;
  /** The transcript of the call. */
  readonly captions: RoomCaptions;
  /** Raised hands, reactions, and asking others to mute. */
  readonly signals: RoomSignals;
  /** The people who wait until a host lets them in. */
  readonly waiting: RoomWaiting;
}

/** The exports of a feature's module. */
export interface FeatureModule<T> {
  /** Creates the feature for a room, once. It must stop all of its work when the signal aborts. */
  createFeature(room: RoomHandle, signal: AbortSignal): T | Promise<T>;
}

/** Loads the module of a feature, usually by `import()`. */
export type FeatureLoader<T> = () => Promise<FeatureModule<T>>;

/** The most characters of a chat message: the service and a call can carry as many. */
export const maxTextLength = 5000;

const loaders = new Map<string, FeatureLoader<unknown>>();

/**
 * Registers a feature, so that `room.use(name)` loads it. Nothing loads before that. Registering a
 * name again replaces the feature in rooms that have not used it yet.
 */
export function registerFeature<K extends keyof RoomFeatures>(
  name: K,
  loader: FeatureLoader<RoomFeatures[K]>,
): void {
  loaders.set(name, loader);
}

/** The features of one room. Each loads with its first use, and ends with the room. */
export class FeatureSet {
  readonly #features = new Map<string, Promise<unknown>>();
  #lifetime = new AbortController();

  /**
   * Resolves to a feature, the same one each time. Rejects with an `FfcError`: `load-failed` when
   * its code fails to load (the next use tries again), `invalid-state` when there is no feature of
   * this name, `aborted` when the room ended in the meantime.
   */
  use<K extends keyof RoomFeatures>(name: K, room: RoomHandle): Promise<RoomFeatures[K]> {
    const known = this.#features.get(name);
    if (known) return known as Promise<RoomFeatures[K]>;
    const loading = load(name, room, this.#lifetime.signal);
    this.#features.set(name, loading);
    loading.catch(() => {
      if (this.#features.get(name) === loading) this.#features.delete(name);
    });
    return loading as Promise<RoomFeatures[K]>;
  }

  /** Ends all features. A later use creates a feature again. */
  end(): void {
    this.#lifetime.abort();
    this.#lifetime = new AbortController();
    this.#features.clear();
  }
}

async function load(name: string, room: RoomHandle, signal: AbortSignal): Promise<unknown> {
  const loader = loaders.get(name);
  if (!loader) {
    throw new FfcError({
      reason: 'invalid-state',
      stage: 'setup',
      message: `There is no feature "${name}": registerFeature() adds one.`,
    });
  }
  const module = await loader().catch((cause: unknown) => {
    throw loadFailed(`The feature "${name}" could not be loaded.`, cause);
  });
  try {
    signal.throwIfAborted();
    return await module.createFeature(room, signal);
  } catch (thrown) {
    throw toFfcError(isAbort(thrown) ? signal.reason : thrown, 'setup');
  }
}
