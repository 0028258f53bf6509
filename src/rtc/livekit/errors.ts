import {
  ConnectionError,
  ConnectionErrorReason,
  DisconnectReason as ServerReason,
  PublishTrackError,
} from 'livekit-client';
import { FfcError, type FfcErrorReason } from '../../core/errors.js';
import type { DeviceKind, DisconnectReason, TrackSource } from '../session.js';

/** Which device an error is about, as {@link FfcError.device} names it. */
export type Device = NonNullable<FfcError['device']>;

export const deviceOfKind: Readonly<Record<DeviceKind, Device>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

const deviceReasons: Readonly<Record<string, FfcErrorReason>> = {
  NotAllowedError: 'device-denied',
  PermissionDeniedError: 'device-denied',
  SecurityError: 'device-denied',
  NotFoundError: 'device-not-found',
  DevicesNotFoundError: 'device-not-found',
  OverconstrainedError: 'device-not-found',
  NotReadableError: 'device-in-use',
  TrackStartError: 'device-in-use',
  DeviceUnsupportedError: 'device-unsupported',
  NotSupportedError: 'device-unsupported',
};

const deviceMessages: Partial<Record<FfcErrorReason, (device: Device) => string>> = {
  'device-denied': (device) => `The use of the ${device} was not permitted.`,
  'device-not-found': (device) => `There is no such ${device}.`,
  'device-in-use': (device) => `The ${device} cannot be read; another program may be using it.`,
  'device-unsupported': (device) =>
    `This page cannot use a ${device}: it needs a secure context and a browser that offers it.`,
};

/** What a browser's media call was refused with, in this package's terms. */
export function deviceError(thrown: unknown, device: Device): FfcError {
  if (thrown instanceof FfcError) return thrown;
  const reason = deviceReasons[nameOf(thrown)] ?? 'device-failed';
  const message = deviceMessages[reason]?.(device) ?? `The ${device} could not be used.`;
  const retryable = reason !== 'device-denied' && reason !== 'device-unsupported';
  return new FfcError({ reason, stage: 'device', device, message, retryable, cause: thrown });
}

export function unsupportedDevice(device: Device): FfcError {
  return deviceError(new DOMException('', 'NotSupportedError'), device);
}

/** Whether another device may work where this one did not. */
export function isBusy(thrown: unknown): boolean {
  return deviceReasons[nameOf(thrown)] === 'device-in-use';
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

/** A local track that the browser ended: unplugged, or taken away. */
export function endedError(device: Device): FfcError {
  return new FfcError({
    reason: 'device-failed',
    stage: 'device',
    device,
    message: `The ${device} stopped: it was unplugged, or the browser took it away.`,
    retryable: true,
  });
}

export function publishError(thrown: unknown, source: TrackSource): FfcError {
  const status = thrown instanceof PublishTrackError ? thrown.status : undefined;
  return new FfcError({
    reason: 'publish-failed',
    stage: 'session',
    message: `The media server did not take the ${source} track.`,
    // 403: the token does not allow it, and will not the next time either.
    retryable: status !== 403,
    ...(status !== undefined && { status }),
    cause: thrown,
  });
}

export function subscribeError(message: string, retryable = false): FfcError {
  return new FfcError({ reason: 'subscribe-failed', stage: 'session', message, retryable });
}

/** The work was given up by `disconnect()`, `dispose()` or a signal. */
export function abortedError(stage: 'connect' | 'device'): FfcError {
  return new FfcError({ reason: 'aborted', stage, message: 'The call was cancelled.' });
}

export function timeoutError(): FfcError {
  return new FfcError({
    reason: 'timeout',
    stage: 'connect',
    message: 'The media server could not be joined in time.',
    retryable: true,
  });
}

export function stateError(stage: 'connect' | 'session', message: string): FfcError {
  return new FfcError({ reason: 'invalid-state', stage, message });
}

/**
 * Why a connection could not be made. `token` is taken out of whatever is kept of the original
 * error, because servers and browsers put it in their texts.
 */
export function connectError(thrown: unknown, token: string): FfcError {
  const [reason, message, retryable] = describeConnectError(thrown);
  const status = connectStatus(thrown);
  return new FfcError({
    reason,
    stage: 'connect',
    message,
    retryable,
    ...(status !== undefined && { status }),
    cause: withoutSecret(thrown, token),
  });
}

function describeConnectError(thrown: unknown): [FfcErrorReason, string, boolean] {
  if (thrown instanceof ConnectionError) {
    switch (thrown.reason) {
      case ConnectionErrorReason.NotAllowed:
        return connectStatus(thrown) === 404
          ? ['room-not-found', 'The media server has no such room.', false]
          : ['media-token-rejected', 'The media server refused the token.', true];
      case ConnectionErrorReason.Timeout:
        return ['timeout', 'The media server did not answer in time.', true];
      case ConnectionErrorReason.Cancelled:
        return ['aborted', 'The call was cancelled.', false];
      case ConnectionErrorReason.LeaveRequest: {
        const reason = disconnectReason(thrown.context as ServerReason | undefined);
        if (reason === 'client' || reason === 'connection-lost') break;
        return [reason, 'The media server turned the participant away.', false];
      }
    }
  }
  return ['media-server-unreachable', 'The media server could not be reached.', true];
}

function connectStatus(thrown: unknown): number | undefined {
  return thrown instanceof ConnectionError ? (thrown.status as number | undefined) : undefined;
}

/** Why LiveKit says that a connection ended. */
export function disconnectReason(reason: ServerReason | undefined): DisconnectReason {
  switch (reason) {
    case ServerReason.CLIENT_INITIATED:
      return 'client';
    case ServerReason.DUPLICATE_IDENTITY:
      return 'duplicate-identity';
    case ServerReason.PARTICIPANT_REMOVED:
      return 'removed';
    case ServerReason.ROOM_DELETED:
    case ServerReason.ROOM_CLOSED:
      return 'room-ended';
    default:
      return 'connection-lost';
  }
}

function withoutSecret(thrown: unknown, secret: string): Error {
  const text = thrown instanceof Error ? thrown.message : 'Not an Error.';
  const error = new Error(secret ? text.replaceAll(secret, '<token>') : text);
  error.name = nameOf(thrown);
  // The stack of the original repeats its message.
  delete error.stack;
  return error;
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error || thrown instanceof DOMException ? thrown.name : 'Error';
}
