import type { DeviceKind, RtcSessionOptions } from '../../rtc/session.js';
import type { IntendedSwitches, RoomStoreOptions } from '../types.js';

type ChoiceStorage = NonNullable<RoomStoreOptions['storage']>;
type Stored = Partial<Record<string, unknown>>;

const devicesKey = 'ffc-elements:devices';
const choicesKey = 'ffc-elements:choices';
const optionOf = {
  audioinput: 'microphoneId',
  videoinput: 'cameraId',
  audiooutput: 'speakerId',
} as const satisfies Record<DeviceKind, keyof RtcSessionOptions>;

/** The last choices in this browser. */
export interface RememberedChoices {
  readonly devices: Partial<Record<(typeof optionOf)[DeviceKind], string>>;
  /** The switches of the same room only: another room starts from the options. */
  readonly switches: Partial<IntendedSwitches>;
  readonly displayName?: string;
}

/** Reads the last choices. Invalid data count as none. */
export function recallChoices(storage: ChoiceStorage, roomId: string): RememberedChoices {
  const stored = read(storage, choicesKey);
  const choices = stored['roomId'] === roomId ? stored : {};
  return {
    devices: pick<string>(read(storage, devicesKey), Object.values(optionOf), 'string'),
    switches: pick<boolean>(choices, ['microphone', 'camera'], 'boolean'),
    ...pick<string>(choices, ['displayName'], 'string'),
  };
}

/** Stores a device for the next time, if the storage allows it. */
export function rememberDevice(storage: ChoiceStorage, kind: DeviceKind, id: string): void {
  const { devices } = recallChoices(storage, '');
  write(storage, devicesKey, { ...devices, [optionOf[kind]]: id });
}

/** Stores the choices in a room for its next opening, if the storage allows it. */
export function rememberChoices(
  storage: ChoiceStorage,
  choices: Partial<IntendedSwitches> & {
    readonly roomId: string;
    readonly displayName: string | undefined;
  },
): void {
  write(storage, choicesKey, choices);
}

/** Picks the values of some keys that have the right type and are not empty. */
function pick<T>(
  stored: Stored,
  keys: readonly string[],
  type: 'string' | 'boolean',
): Partial<Record<string, T>> {
  const isValid = (key: string): boolean => typeof stored[key] === type && stored[key] !== '';
  return Object.fromEntries(keys.filter(isValid).map((key) => [key, stored[key] as T]));
}

function read(storage: ChoiceStorage, key: string): Stored {
  try {
    return Object(JSON.parse(storage.getItem(key) ?? '{}')) as Stored;
  } catch {
    // Storage may be forbidden, and other code may have written anything into it.
    return {};
  }
}

function write(storage: ChoiceStorage, key: string, value: object): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // The storage is full or forbidden: the choice holds for this call only.
  }
}
