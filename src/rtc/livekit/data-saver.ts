import {
  type RemoteTrackPublication,
  type Room,
  RoomEvent,
  Track,
  TrackEvent,
  VideoQuality,
} from 'livekit-client';
import { listen } from './room.js';

/** Frames a second of a small picture, and of others: the server leaves out those in between. */
const frameRates = { small: 6, other: 10 };

/** In pixels: LiveKit sends pictures of three sizes, each half as wide as the one above it. */
const sizes = { small: 320, medium: 640 };

/**
 * Takes in the size below the one that would fit, and fewer frames: half of the data at the most.
 * Screens are left as they are, as text must stay legible.
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
