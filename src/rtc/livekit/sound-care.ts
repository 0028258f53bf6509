import { type RemoteTrack, type Room, RoomEvent, Track, TrackEvent } from 'livekit-client';
import { listen } from './room.js';

/** A pause within this many milliseconds comes from the system, for example a phone call. */
const patience = 1_000;

/** The browser's API for interruptions, which no TypeScript library declares yet. */
interface WithAudioSession {
  readonly audioSession?: EventTarget;
}

/**
 * Resumes the voices of a call after the system has paused them, as phones do for a phone call. If
 * the browser refuses, LiveKit reports that it cannot play, so that people can start the sound by a
 * click. It also resumes when the page becomes visible or is used again.
 */
export function keepSound(room: Room, signal: AbortSignal): void {
  const known = new WeakSet<HTMLMediaElement>();
  const paused = new Map<HTMLMediaElement, RemoteTrack>();
  const triedAt = new WeakMap<HTMLMediaElement, number>();

  const isWanted = (element: HTMLMediaElement, track: RemoteTrack): boolean =>
    track.attachedElements.includes(element) && track.mediaStreamTrack.readyState === 'live';

  const play = async (element: HTMLMediaElement, track: RemoteTrack): Promise<void> => {
    try {
      await element.play();
      paused.delete(element);
      if (paused.size === 0) track.emit(TrackEvent.AudioPlaybackStarted);
    } catch (cause) {
      if (paused.has(element)) track.emit(TrackEvent.AudioPlaybackFailed, cause as Error);
    }
  };
  const onPause = (element: HTMLMediaElement, track: RemoteTrack): void => {
    if (!isWanted(element, track)) return;
    paused.set(element, track);
    const isAgain = performance.now() - (triedAt.get(element) ?? -Infinity) < patience;
    triedAt.set(element, performance.now());
    if (isAgain) track.emit(TrackEvent.AudioPlaybackFailed, new Error('The sound was paused.'));
    else void play(element, track);
  };
  const follow = (track: RemoteTrack): void => {
    if (track.kind !== Track.Kind.Audio) return;
    const watch = (element: HTMLMediaElement): void => {
      if (known.has(element)) return;
      known.add(element);
      element.addEventListener('pause', () => onPause(element, track), { signal });
      element.addEventListener('playing', () => paused.delete(element), { signal });
    };
    track.attachedElements.forEach(watch);
    track.on(TrackEvent.ElementAttached, watch);
  };
  const playAll = (): void => {
    if (document.visibilityState === 'hidden') return;
    for (const [element, track] of [...paused]) {
      if (isWanted(element, track)) void play(element, track);
      else paused.delete(element);
    }
  };

  for (const { audioTrackPublications } of room.remoteParticipants.values()) {
    for (const { track } of audioTrackPublications.values()) {
      if (track) follow(track);
    }
  }
  listen(room, RoomEvent.TrackSubscribed, follow, signal);
  document.addEventListener('visibilitychange', playAll, { signal });
  for (const type of ['focus', 'pageshow']) window.addEventListener(type, playAll, { signal });
  (navigator as WithAudioSession).audioSession?.addEventListener('statechange', playAll, {
    signal,
  });
}
