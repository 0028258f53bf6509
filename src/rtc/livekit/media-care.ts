import { ParticipantEvent, type Room } from 'livekit-client';
import { saveData } from './data-saver.js';
import { pauseWhenHidden } from './hidden-pages.js';

/** Tried before a call, on request. */
export { checkConnection } from './connection-check.js';
/** Looks after what a call takes in, for which nobody waits: loaded when it has begun. */
export { isTransportDown, MediaWatch, MovingVideos } from './media-watch.js';

export interface MediaCareOptions {
  readonly room: Room;
  readonly signal: AbortSignal;
  readonly dataSaver: boolean;
  /** The machine cannot keep up. */
  readonly onOverload: () => void;
}

/** Takes in only what is seen, less of it where that is wanted, and tells of a machine that is too slow. */
export function takeCare({ room, signal, dataSaver, onOverload }: MediaCareOptions): void {
  const { localParticipant } = room;
  pauseWhenHidden(room, signal);
  if (dataSaver) saveData(room, signal);
  localParticipant.on(ParticipantEvent.LocalTrackCpuConstrained, onOverload);
  signal.addEventListener('abort', () =>
    localParticipant.off(ParticipantEvent.LocalTrackCpuConstrained, onOverload),
  );
}
