import { type RemoteTrack, type Room } from 'livekit-client';

/** Milliseconds of being hidden: who only looks at another tab for a moment keeps the pictures. */
const patience = 1_000;

/** LiveKit's own reaction to a page that is hidden or seen again, which it puts off by 5 seconds. */
interface HidingTrack {
  handleAppVisibilityChanged?(): unknown;
}

/**
 * Stops the pictures of a page that nobody sees, also before LiveKit does. What is in a
 * picture-in-picture window goes on: LiveKit looks for that itself.
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
