import {
  type RemoteTrackPublication,
  type Room,
  RoomEvent,
  Track,
  TrackEvent,
  VideoQuality,
} from 'livekit-client';
import { listen } from './room.js';

/** Frames a second, of small pictures and of others: the server drops the rest. */
const frameRates = { small: 6, other: 10 };

/** Widths in pixels: LiveKit publishes three sizes, each half as wide as the next larger one. */
const sizes = { small: 320, medium: 640 };

/**
 * Requests the size below the one that would fit, and fewer frames: at most half of the data.
 * Screens are left as they are, because their text must stay legible.
 */
export function saveData(room: Room, signal: AbortSignal): void {
  const save = (publication: RemoteTrackPublication): void => {
    const { track, source } = publication;
    if (!track || source !== Track.Source.Camera) return;
    const adapt = ({ width }: Track.Dimensions): void => {
      publication.setVideoQuality(width > sizes.medium ? VideoQuality.MEDIUM : VideoQuality.LOW);
      publication.setVideoFPS(width > sizes.small ? frameRates.other : frameRates.small);
    };
    track.on(TrackEvent.VideoDimensionsChanged, adapt);
    adapt({ width: 0, height: 0 });
  };
  listen(room, RoomEvent.TrackSubscribed, (_, publication) => save(publication), signal);
  for (const { videoTrackPublications } of room.remoteParticipants.values()) {
    for (const publication of videoTrackPublications.values()) save(publication);
  }
}
