import type { LocalParticipant, LocalTrack } from 'livekit-client';
import { checkMediaDevices } from './capture.js';
import { deviceError } from './errors.js';

/** Captures a screen through LiveKit. This code loads with a call, as a preview has no screen. */
export async function captureScreen(participant: LocalParticipant): Promise<readonly LocalTrack[]> {
  checkMediaDevices('getDisplayMedia', 'screen');
  try {
    return await participant.createScreenTracks({
      audio: true,
      systemAudio: 'include',
      surfaceSwitching: 'include',
      contentHint: 'detail',
    });
  } catch (thrown) {
    if (isPickerClosed(thrown)) return [];
    throw deviceError(thrown, 'screen');
  }
}

/** Whether a refused screen share only says that the person closed the browser's picker. */
export function isPickerClosed(thrown: unknown): boolean {
  // Browsers use one name for "the person chose nothing" and "the system or a policy forbids it".
  return (
    thrown instanceof DOMException &&
    thrown.name === 'NotAllowedError' &&
    !/system|policy/i.test(thrown.message)
  );
}
