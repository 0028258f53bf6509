import { PublishTrackError } from 'livekit-client';
import { FfcError, type FfcErrorReason } from '../../core/errors.js';
import type { DeviceKind, TrackSource } from '../session.js';

/** Which device an error is about, as {@link FfcError.device} names it. */
export type Device = NonNullable<FfcError['device']>;

export const deviceOfKind: Readonly<Record<DeviceKind, Device>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

const deviceReasons: Readonly<Record<string, FfcErrorReason>> = {
  NotAllowedError: 'device-denied',
  SecurityError: 'device-denied',
  NotFoundError: 'device-not-found',
  OverconstrainedError: 'device-not-found',
  NotReadableError: 'device-in-use',
  DeviceUnsupportedError: 'device-unsupported',
  NotSupportedError: 'device-unsupported',
};

const deviceMessages: Partial<Record<FfcErrorReason, (device: Device) => string>> = {
  'device-denied': (device) => `The use of the ${device} was not permitted.`,
  'device-not-found': (device) => `There is no such ${device}.`,
  'device-in-use': (device) => `The ${device} cannot be read: is another program using it?`,
  'device-unsupported': (device) =>
    `A ${device} needs a secure context and a browser that offers it.`,
  'device-blocked-by-page': (device) =>
    `The page or its iframe does not allow the ${device}: allow="${features[device]}".`,
};

/** Reasons that a retry does not change. */
const lasting: ReadonlySet<FfcErrorReason> = new Set([
  'device-denied',
  'device-unsupported',
  'device-blocked-by-page',
] as const);

/** Names of the features in a permissions policy. */
const features: Readonly<Record<Device, string>> = {
  camera: 'camera',
  microphone: 'microphone',
  screen: 'display-capture',
  speaker: 'speaker-selection',
};

/** Both are missing in the type of `document`: Chromium's name, and the standard's. */
interface PolicyDocument {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
  readonly permissionsPolicy?: { allowsFeature(feature: string): boolean };
}

/** Whether the page refused and not the person: browsers use one error name for both. */
function isBlockedByPage(thrown: unknown, device: Device): boolean {
  if (deviceReasons[nameOf(thrown)] !== 'device-denied') return false;
  if (/\bpolicy\b/i.test(String(thrown))) return true;
  const { permissionsPolicy, featurePolicy } = document as PolicyDocument;
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature(features[device]) === false;
}

/** Maps the error of a browser's media call to an `FfcError`. */
export function deviceError(thrown: unknown, device: Device): FfcError {
  if (thrown instanceof FfcError) return thrown;
  const reason = isBlockedByPage(thrown, device)
    ? 'device-blocked-by-page'
    : (deviceReasons[nameOf(thrown)] ?? 'device-failed');
  const message = deviceMessages[reason]?.(device) ?? `The ${device} could not be used.`;
  const retryable = !lasting.has(reason);
  return new FfcError({ reason, stage: 'device', device, message, retryable, cause: thrown });
}

export function unsupportedDevice(device: Device): FfcError {
  return deviceError(new DOMException('', 'NotSupportedError'), device);
}

/** Whether the device is in use elsewhere, so that another one may work. */
export function isBusy(thrown: unknown): boolean {
  return deviceReasons[nameOf(thrown)] === 'device-in-use';
}

/** Whether there is no device with the requested id. */
export function isGone(thrown: unknown): boolean {
  return deviceReasons[nameOf(thrown)] === 'device-not-found';
}

/** The error of a local track that the browser ended: its device was unplugged or taken away. */
export function endedError(device: Device): FfcError {
  return new FfcError({
    reason: 'device-stopped',
    stage: 'device',
    device,
    message: `The ${device} was unplugged, or the browser took it away.`,
    retryable: true,
  });
}

/** The error when the token or a host does not let this participant publish `what`. */
export function publishForbiddenError(what: string, cause?: unknown): FfcError {
  return new FfcError({
    reason: 'publish-forbidden',
    stage: 'session',
    message: `This participant may not publish: ${what}.`,
    status: 403,
    cause,
  });
}

export function publishError(thrown: unknown, source: TrackSource): FfcError {
  const status = thrown instanceof PublishTrackError ? thrown.status : undefined;
  if (status === 403) return publishForbiddenError(source, thrown);
  return new FfcError({
    reason: 'publish-failed',
    stage: 'session',
    message: `The media server did not take the ${source} track.`,
    retryable: true,
    ...(status !== undefined && { status }),
    cause: thrown,
  });
}

export function timeoutError(): FfcError {
  return new FfcError({
    reason: 'timeout',
    stage: 'connect',
    message: 'The media server took too long.',
    retryable: true,
  });
}

export function stateError(stage: 'connect' | 'session', message: string): FfcError {
  return new FfcError({ reason: 'invalid-state', stage, message });
}

/** The name of a thrown value; `Error` when it has none. */
export function nameOf(thrown: unknown): string {
  // An OverconstrainedError is an Error in new browsers only.
  const { name } = (typeof thrown === 'object' && thrown ? thrown : {}) as { name?: unknown };
  return typeof name === 'string' ? name : 'Error';
}
