import {
  AudioPresets,
  ConnectionError,
  getLogger,
  LoggerNames,
  LogLevel,
  Room,
  type RoomEventCallbacks,
  type RoomOptions,
  ScreenSharePresets,
  VideoPresets,
} from 'livekit-client';
import type { RtcSessionOptions } from '../session.js';

// Silence LiveKit: the console belongs to the host page, and LiveKit's messages may hold addresses
// and server texts. Without `false`, loglevel would write the level to the host's localStorage.
for (const name of Object.values(LoggerNames)) getLogger(name).setLevel(LogLevel.silent, false);

/** A LiveKit room set up for a conference. */
export function createRoom(
  { speakerId, dataSaver = false, roomOptions, videoProcessor }: RtcSessionOptions,
  signal: AbortSignal,
): Room {
  const own = dataSaver ? saving : full;
  const given = (roomOptions ?? {}) as RoomOptions;
  const room = constructRoom(signal, {
    adaptiveStream: true,
    dynacast: true,
    stopLocalTrackOnUnpublish: true,
    ...(speakerId && { audioOutput: { deviceId: speakerId } }),
    ...given,
    // Each option of the page overrides ours.
    videoCaptureDefaults: {
      ...own.videoCaptureDefaults,
      ...given.videoCaptureDefaults,
      // The page's own object, which is passed on to LiveKit unchecked.
      ...(videoProcessor && { processor: videoProcessor as never }),
    },
    publishDefaults: { ...own.publishDefaults, ...given.publishDefaults },
    // The page cannot override the options from here on.
    // `true` would disconnect on `beforeunload`, which also fires when the page stays: the person
    // may cancel it, and links to mail, phones and downloads cause it too.
    disconnectOnPageLeave: false,
  });
  guardJoins(room);
  // Disconnect also when the page enters the back/forward cache: a frozen page can keep no call.
  globalThis.addEventListener?.('pagehide', () => void room.disconnect().catch(() => {}), {
    signal,
  });
  return room;
}

/**
 * Constructs a room whose listener for devices is removed when `signal` aborts. LiveKit leaves that
 * clean-up to a `FinalizationRegistry`, which never runs it: the closure of the clean-up keeps the
 * room alive. While the constructor runs, our registry receives the clean-up instead; a page's own
 * rooms are registered as usual.
 */
function constructRoom(signal: AbortSignal, options: RoomOptions): Room {
  const registry = Room.cleanupRegistry;
  // In browsers without a `FinalizationRegistry`, the listener ends with the connection.
  if (!registry) return new Room(options);
  Room.cleanupRegistry = {
    register: (_room, cleanUp) => signal.addEventListener('abort', cleanUp, { once: true }),
    unregister: () => false,
    [Symbol.toStringTag]: 'FinalizationRegistry',
  };
  try {
    return new Room(options);
  } finally {
    Room.cleanupRegistry = registry;
  }
}

/** One join for each protocol, and one more when the server could not be reached. */
const maxJoins = 3;

/**
 * Limits how often an engine joins, and closes what a failed join leaves open. LiveKit retries at
 * once and for ever when the address answers 404: when it has a path, or is not that of a media
 * server. Each attempt to connect, and each region, has an engine of its own.
 */
function guardJoins(room: Room): void {
  type Engine = Room['engine'];
  const guard = (engine: Engine): Engine => {
    const join = engine.join.bind(engine);
    let joins = 0;
    engine.join = async (...args) => {
      if (++joins > maxJoins) {
        throw ConnectionError.serverUnreachable('There is no media server.');
      }
      try {
        return await join(...args);
      } catch (error) {
        // LiveKit 2.23 opens its peer connection before it signals. If the server never answers, it
        // neither closes that nor stops its timer: `RTCEngine.close()` does nothing until then. A
        // version that does both may lack these methods.
        const left = engine as Partial<Engine>;
        left.cleanupLossyDataStats?.();
        await left.cleanupPeerConnections?.();
        throw error;
      }
    };
    return engine;
  };
  let engine: Engine | undefined = guard(room.engine);
  Object.defineProperty(room, 'engine', {
    get: () => engine,
    // LiveKit sets the engine to undefined after a failure, although its type forbids that.
    set: (next: Engine | undefined) => (engine = next && guard(next)),
  });
}

const full: RoomOptions = {
  videoCaptureDefaults: { resolution: VideoPresets.h720.resolution },
  publishDefaults: {
    simulcast: true,
    audioPreset: AudioPresets.music,
    screenShareEncoding: ScreenSharePresets.h1080fps15.encoding,
  },
};

const saving: RoomOptions = {
  videoCaptureDefaults: { resolution: VideoPresets.h360.resolution },
  publishDefaults: {
    simulcast: false,
    videoEncoding: VideoPresets.h360.encoding,
    red: false,
    audioPreset: AudioPresets.speech,
    screenShareEncoding: ScreenSharePresets.h720fps5.encoding,
  },
};

/** `room.on` until `signal` aborts: LiveKit's emitter does not take signals. */
export function listen<E extends keyof RoomEventCallbacks>(
  room: Room,
  event: E,
  handler: RoomEventCallbacks[E],
  signal: AbortSignal,
): void {
  room.on(event, handler);
  signal.addEventListener('abort', () => room.off(event, handler), { once: true });
}
