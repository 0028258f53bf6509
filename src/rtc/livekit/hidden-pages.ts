import { type RemoteTrack, type Room } from 'livekit-client';

/** Milliseconds before a hidden page pauses videos: a short look at another tab does not. */
const patience = 1_000;

/** LiveKit's own handler for a change of visibility, which LiveKit itself calls 5 seconds late. */
interface HidingTrack {
  handleAppVisibilityChanged?(): unknown;
}

/**
 * Pauses the videos of a hidden page sooner than LiveKit does. A video in a picture-in-picture
 * window keeps playing: LiveKit's handler checks for it.
 */
export function pauseWhenHidden(room: Room, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = (): void => {
    for (const { videoTrackPublications } of room.remoteParticipants.values()) {
      for (const { track } of videoTrackPublications.values()) {
        void (track as (RemoteTrack & HidingTrack) | undefined)?.handleAppVisibilityChanged?.();
      }
    }
  };
  document.addEventListener(
    'visibilitychange',
    () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') timer = setTimeout(pause, patience);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
