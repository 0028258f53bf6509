import type { LocalParticipant, LocalTrack } from 'livekit-client';
import { type Device, deviceError, isBusy, isGone, unsupportedDevice } from './errors.js';

export type CaptureSource = 'camera' | 'microphone';

/** Creates the local tracks of a {@link LocalMedia}. */
export interface Capture {
  /** `deviceId` is a preference: if the device is gone or busy, the browser takes its default. */
  device(source: CaptureSource, deviceId: string | undefined): Promise<LocalTrack>;
  /** The video track, and the audio track where there is one; empty when the picker was closed. */
  screen(): Promise<readonly LocalTrack[]>;
}

/** Opens devices through LiveKit, so that its tracks, defaults and audio context are used. */
export function createDeviceCapture(participant: LocalParticipant): Capture['device'] {
  const open = async (source: CaptureSource, deviceId: string): Promise<LocalTrack> => {
    // `ideal`, because LiveKit asks twice for an `exact` id, and the browser may prompt twice.
    const constraints = { deviceId: { ideal: deviceId } };
    const tracks = await participant.createTracks(
      source === 'camera' ? { video: constraints } : { audio: constraints },
    );
    const [track] = tracks;
    if (!track) throw new DOMException('No track came.', 'NotFoundError');
    return track;
  };
  return async (source, deviceId) => {
    checkMediaDevices('getUserMedia', source);
    const openDefault = (): Promise<LocalTrack> => open(source, defaultDevice);
    return deviceId
      ? tryDevice(source, () => open(source, deviceId), openDefault)
      : tryDevice(source, openDefault);
  };
}

/** The device id that stands for the browser's own choice. */
export const defaultDevice = 'default';

/** Runs `attempt`, and `fallback` once when the device is busy or gone. Rejects with `FfcError`. */
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

/**
 * Turns off a track that the browser is capturing, without waiting for that. LiveKit's `stop()` also
 * drops the processor, so that the next picture would have no blur, and it stops what the person
 * turns on again meanwhile: this undoes both.
 */
export async function turnOff(track: LocalTrack): Promise<void> {
  if (track.isMuted) {
    const { processor } = track as unknown as { readonly processor?: unknown };
    track.stop();
    Object.assign(track, { processor, manuallyStopped: false });
  } else await track.mute();
}

/** @throws {FfcError} `device-unsupported`, without the method, as in an insecure context. */
export function checkMediaDevices(
  method: 'getUserMedia' | 'getDisplayMedia',
  device: Device,
): void {
  // An insecure context has no `mediaDevices`, although its type says otherwise.
  const media = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  if (typeof media?.[method] !== 'function') throw unsupportedDevice(device);
}
