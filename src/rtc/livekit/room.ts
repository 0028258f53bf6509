import {
  AudioPresets,
  getLogger,
  LoggerNames,
  LogLevel,
  Room,
  RoomEvent,
  type RoomOptions,
  ScreenSharePresets,
  Track,
  VideoPresets,
  VideoQuality,
} from 'livekit-client';
import type { RtcSessionOptions } from '../session.js';
import { listen } from './listen.js';

// The host's console stays its own, and LiveKit's messages may hold addresses and server texts.
// Without `false`, loglevel would write the choice to the host's localStorage.
for (const name of Object.values(LoggerNames)) getLogger(name).setLevel(LogLevel.silent, false);

/** A LiveKit room set up for a conference. */
export function createRoom(
  { speakerId, dataSaver = false }: RtcSessionOptions,
  signal: AbortSignal,
): Room {
  const room = new Room({
    adaptiveStream: true,
    dynacast: true,
    disconnectOnPageLeave: true,
    stopLocalTrackOnUnpublish: true,
    // With a single one, LiveKit 2.23 opens it before it signals, and leaks it when signalling
    // fails or is given up: RTCEngine.close() returns early until there was an answer.
    singlePeerConnection: false,
    ...(speakerId && { audioOutput: { deviceId: speakerId } }),
    ...(dataSaver ? saving : full),
  });
  if (dataSaver) {
    listen(
      room,
      RoomEvent.TrackSubscribed,
      (_, publication) => {
        // Screens are left as they are: text must stay legible.
        if (publication.source !== Track.Source.Camera) return;
        publication.setVideoQuality(VideoQuality.MEDIUM);
      },
      signal,
    );
  }
  return room;
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
