import type { DeviceKind, RtcSessionOptions } from '../../rtc/session.js';
import type { RoomStoreOptions } from '../types.js';

type DeviceStorage = RoomStoreOptions['storage'];

const storageKey = 'ffc-elements:devices';
const optionOf = {
  audioinput: 'microphoneId',
  videoinput: 'cameraId',
  audiooutput: 'speakerId',
} as const satisfies Record<DeviceKind, keyof RtcSessionOptions>;

type DeviceIds = Partial<Record<(typeof optionOf)[DeviceKind], string>>;

/** The devices that were chosen last; anything that is not ours counts as nothing. */
export function recallDevices(storage: DeviceStorage): DeviceIds {
  const devices: DeviceIds = {};
  try {
    const stored = JSON.parse(storage?.getItem(storageKey) ?? '{}') as Record<string, unknown>;
    for (const option of Object.values(optionOf)) {
      const id = stored[option];
      if (typeof id === 'string' && id) devices[option] = id;
    }
  } catch {
    // Storage may be forbidden, and what is in it may be anybody's.
  }
  return devices;
}

/** What a session starts with. */
export function sessionOptions({ storage, dataSaver }: RoomStoreOptions): RtcSessionOptions {
  return { ...recallDevices(storage), dataSaver: dataSaver ?? false };
}

/** Keeps a choice for next time, where that is possible. */
export function rememberDevice(storage: DeviceStorage, kind: DeviceKind, id: string): void {
  try {
    const devices = { ...recallDevices(storage), [optionOf[kind]]: id };
    storage?.setItem(storageKey, JSON.stringify(devices));
  } catch {
    // Full or forbidden: the choice holds for this call.
  }
}
