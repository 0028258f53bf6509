import { ParticipantEvent, type Room } from 'livekit-client';
import type { RtcParticipant } from '../session.js';
import { saveData } from './data-saver.js';
import { pauseWhenHidden } from './hidden-pages.js';
import { reportMedia } from './media-reports.js';
import type { Emit } from './session.js';
import { keepSound } from './sound-care.js';
import { keepSpeaker } from './speaker-care.js';

/** The check of a connection, which runs on request, before a call. */
export { checkConnection } from './connection-check.js';
/** What a page's processor of the microphone needs. */
export { publishProcessed } from './sound-processor.js';
/** The watch of received media. It loads in the background, after a call has begun. */
export { isTransportDown, MediaWatch, MovingVideos } from './media-watch.js';

export interface MediaCareOptions {
  readonly room: Room;
  readonly signal: AbortSignal;
  readonly dataSaver: boolean | undefined;
  readonly emit: Emit;
  readonly participants: () => readonly RtcParticipant[];
}

/**
 * Pauses the videos of a hidden page, saves data if the options say so, keeps the sound and its
 * speaker, and reports an overload and LiveKit's events of single tracks.
 */
export function takeCare(options: MediaCareOptions): void {
  const { room, signal, dataSaver, emit } = options;
  pauseWhenHidden(room, signal);
  keepSound(room, signal);
  keepSpeaker(room, signal);
  if (dataSaver) saveData(room, signal);
  reportMedia(options);
  // This ends with the room's own participant. After the end of the session nothing is emitted.
  room.localParticipant.on(ParticipantEvent.LocalTrackCpuConstrained, () => emit('overload', {}));
}
