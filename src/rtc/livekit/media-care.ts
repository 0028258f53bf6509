import { ParticipantEvent, type Room } from 'livekit-client';
import { saveData } from './data-saver.js';
import { pauseWhenHidden } from './hidden-pages.js';
import { keepSound } from './sound-care.js';
import { keepSpeaker } from './speaker-care.js';

/** The check of a connection, which runs on request, before a call. */
export { checkConnection } from './connection-check.js';
/** The watch of received media. Nobody waits for it, so it loads after a call has begun. */
export { isTransportDown, MediaWatch, MovingVideos } from './media-watch.js';

export interface MediaCareOptions {
  readonly room: Room;
  readonly signal: AbortSignal;
  readonly dataSaver: boolean;
  /** Called when this computer cannot keep up with the videos of the call. */
  readonly onOverload: () => void;
}

/**
 * Pauses videos that nobody sees, saves data where that is wanted, keeps the sound and its speaker,
 * and reports an overload.
 */
export function takeCare({ room, signal, dataSaver, onOverload }: MediaCareOptions): void {
  const { localParticipant } = room;
  pauseWhenHidden(room, signal);
  keepSound(room, signal);
  keepSpeaker(room, signal);
  if (dataSaver) saveData(room, signal);
  localParticipant.on(ParticipantEvent.LocalTrackCpuConstrained, onOverload);
  signal.addEventListener('abort', () =>
    localParticipant.off(ParticipantEvent.LocalTrackCpuConstrained, onOverload),
  );
}
