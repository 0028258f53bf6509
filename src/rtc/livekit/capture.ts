import type { LocalParticipant, LocalTrack } from 'livekit-client';
import {
  type Device,
  deviceError,
  isBusy,
  isGone,
  isPickerClosed,
  unsupportedDevice,
} from './errors.js';

export type CaptureSource = 'camera' | 'microphone';

/** Makes what a {@link LocalMedia} needs of the browser and of LiveKit. */
export interface Capture {
  /** `deviceId` is a preference: for a device that is gone or busy the browser takes its default. */
  device(source: CaptureSource, deviceId: string | undefined): Promise<LocalTrack>;
  /** The picture, and the sound where there is some; nothing when the picker was closed. */
  screen(): Promise<readonly LocalTrack[]>;
}

/** Captures through LiveKit, so that its tracks, defaults and audio context are used. */
export function createCapture(participant: LocalParticipant): Capture {
  const open = async (source: CaptureSource, deviceId: string): Promise<LocalTrack> => {
    // As an ideal, because LiveKit asks twice, and so may the browser, for an exact one.
    const constraints = { deviceId: { ideal: deviceId } };
    const tracks = await participant.createTracks(
      source === 'camera' ? { video: constraints } : { audio: constraints },
    );
    const [track] = tracks;
    if (!track) throw new DOMException('No track came.', 'NotFoundError');
    return track;
  };
  return {
    async device(source, deviceId) {
      needs('getUserMedia', source);
      if (!deviceId) return tryDevice(source, () => open(source, defaultDevice));
      return tryDevice(
        source,
        () => open(source, deviceId),
        () => open(source, defaultDevice),
      );
    },
    async screen() {
      needs('getDisplayMedia', 'screen');
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
    },
  };
}

/** The browser's own choice. */
export const defaultDevice = 'default';

/** Runs `attempt`, and `fallback` once when the device is busy or gone; fails as an `FfcError`. */
export async function tryDevice<T>(
  device: Device,
  attempt: () => Promise<T>,
  fallback?: () => Promise<T>,
): Promise<T> {
  try {
    return await attempt();
  } catch (thrown) {
    if (fallback && (isBusy(thrown) || isGone(thrown))) return tryDevice(device, fallback);
    throw deviceError(thrown, device);
  }
}

function needs(method: 'getUserMedia' | 'getDisplayMedia', device: Device): void {
  // Absent in an insecure context, whatever the types say.
  const media = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  if (typeof media?.[method] !== 'function') throw unsupportedDevice(device);
}
