import type { Cell } from '../../core/cell.js';
import type { Emitter } from '../../core/emitter.js';
import type { RtcSession } from '../../rtc/session.js';
import type { RoomStoreEvents } from '../types.js';

/** Sets `recording` to whether the media server records the call, until the signal aborts. */
export function followRecording(
  session: RtcSession,
  signal: AbortSignal,
  recording: Cell<boolean>,
  events: Emitter<RoomStoreEvents>,
): void {
  const set = (isRecording: boolean): void => {
    if (isRecording === recording.getSnapshot()) return;
    recording.set(isRecording);
    events.emit('recording-change', { recording: isRecording });
  };
  set(session.roomInfo.isRecording);
  session.on('room-change', ({ isRecording }) => set(isRecording), { signal });
  // The end of the call is no stop of the recording, so no event is emitted.
  signal.addEventListener('abort', () => recording.set(false), { once: true });
}
