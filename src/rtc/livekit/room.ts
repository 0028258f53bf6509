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

// The host's console stays its own, and LiveKit's messages may hold addresses and server texts.
// Without `false`, loglevel would write the choice to the host's localStorage.
for (const name of Object.values(LoggerNames)) getLogger(name).setLevel(LogLevel.silent, false);

/** A LiveKit room set up for a conference. */
export function createRoom(
  { speakerId, dataSaver = false, roomOptions, videoProcessor, audioProcessor }: RtcSessionOptions,
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
    // The page's word goes before ours, option by option.
    videoCaptureDefaults: {
      ...own.videoCaptureDefaults,
      ...given.videoCaptureDefaults,
      ...processorOf(videoProcessor),
    },
    audioCaptureDefaults: { ...given.audioCaptureDefaults, ...processorOf(audioProcessor) },
    publishDefaults: { ...own.publishDefaults, ...given.publishDefaults },
    // What follows is not the page's to choose.
    // LiveKit would listen to `beforeunload`, which also comes when the page stays: the person may
    // cancel it, and links to mail, phones and downloads cause it too.
    disconnectOnPageLeave: false,
    // With a single one, LiveKit 2.23 opens it before it signals, and leaks it when signalling
    // fails or is given up: RTCEngine.close() returns early until there was an answer.
    singlePeerConnection: false,
  });
  limitJoins(room);
  // Also when the page goes into the back/forward cache: a frozen page can keep no call.
  globalThis.addEventListener?.('pagehide', () => void room.disconnect().catch(() => {}), {
    signal,
  });
  return room;
}

/** As a page gives it: what it can do is LiveKit's to find out. */
function processorOf(processor: object | undefined): { readonly processor?: never } {
  return processor ? { processor: processor as never } : {};
}

/**
 * A room that ends with `signal`. LiveKit leaves the listener for devices of each room to a
 * `FinalizationRegistry`, which is never called: through its scope, the clean-up that is
 * registered keeps the room itself. Ours gets the clean-up instead, for as long as the
 * constructor runs; a page's own rooms are registered as ever.
 */
function constructRoom(signal: AbortSignal, options: RoomOptions): Room {
  const registry = Room.cleanupRegistry;
  // Browsers without one: the listener ends with the connection.
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

/** One for each protocol, and one more when the server could not be reached. */
const maxJoins = 3;

/**
 * LiveKit joins again at once, for ever, when the address answers 404: when it has a path, or is
 * not that of a media server. Each attempt to connect, and each region, has an engine of its own.
 */
function limitJoins(room: Room): void {
  type Engine = Room['engine'];
  const limit = (engine: Engine): Engine => {
    const join = engine.join.bind(engine);
    let joins = 0;
    engine.join = (...args) =>
      ++joins > maxJoins
        ? Promise.reject(ConnectionError.serverUnreachable('There is no media server.'))
        : join(...args);
    return engine;
  };
  let engine: Engine | undefined = limit(room.engine);
  Object.defineProperty(room, 'engine', {
    get: () => engine,
    // LiveKit takes the engine away after a failure, whatever its types say.
    set: (next: Engine | undefined) => (engine = next && limit(next)),
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

/** `room.on` with an end: LiveKit's emitter does not know signals. */
export function listen<E extends keyof RoomEventCallbacks>(
  room: Room,
  event: E,
  handler: RoomEventCallbacks[E],
  signal: AbortSignal,
): void {
  room.on(event, handler);
  signal.addEventListener('abort', () => room.off(event, handler), { once: true });
}
