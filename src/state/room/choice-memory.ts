import type { DeviceKind, RtcSessionOptions } from '../../rtc/session.js';
import type { IntendedSwitches, RoomStoreOptions } from '../types.js';

type ChoiceStorage = NonNullable<RoomStoreOptions['storage']>;

const devicesKey = 'ffc-elements:devices';
const choicesKey = 'ffc-elements:choices';
const optionOf = {
  audioinput: 'microphoneId',
  videoinput: 'cameraId',
  audiooutput: 'speakerId',
} as const satisfies Record<DeviceKind, keyof RtcSessionOptions>;

/** What was chosen last in this browser. */
export interface RememberedChoices {
  readonly devices: Partial<Record<(typeof optionOf)[DeviceKind], string>>;
  /** Of the same room alone: another one starts from the options. */
  readonly switches: Partial<IntendedSwitches>;
  readonly displayName?: string;
}

type Stored = Partial<Record<string, unknown>>;

/** Reads what was chosen last; anything that is not ours counts as nothing. */
export function recallChoices(storage: ChoiceStorage, roomId: string): RememberedChoices {
  const choices = read(storage, choicesKey);
  const isOfRoom = choices['roomId'] === roomId;
  return {
    devices: recallDevices(storage),
    switches: pick(isOfRoom ? choices : {}, ['microphone', 'camera'], isBoolean),
    ...pick(isOfRoom ? choices : {}, ['displayName'], isText),
  };
}

/** Keeps a device for next time, where that is possible. */
export function rememberDevice(storage: ChoiceStorage, kind: DeviceKind, id: string): void {
  write(storage, devicesKey, { ...recallDevices(storage), [optionOf[kind]]: id });
}

/** Keeps what was chosen in a room for when that is opened again, where that is possible. */
export function rememberChoices(
  storage: ChoiceStorage,
  choices: Partial<IntendedSwitches> & {
    readonly roomId: string;
    readonly displayName: string | undefined;
  },
): void {
  write(storage, choicesKey, choices);
}

function recallDevices(storage: ChoiceStorage): RememberedChoices['devices'] {
  return pick(read(storage, devicesKey), Object.values(optionOf), isText);
}

/** The values of some keys that are what they should be. */
function pick<K extends string, T>(
  stored: Stored,
  keys: readonly K[],
  isValid: (value: unknown) => value is T,
): Partial<Record<K, T>> {
  const picked: Partial<Record<K, T>> = {};
  for (const key of keys) {
    const value = stored[key];
    if (isValid(value)) picked[key] = value;
  }
  return picked;
}

function read(storage: ChoiceStorage, key: string): Stored {
  try {
    return Object(JSON.parse(storage.getItem(key) ?? '{}')) as Stored;
  } catch {
    // Storage may be forbidden, and what is in it may be anybody's.
    return {};
  }
}

function write(storage: ChoiceStorage, key: string, value: object): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the choice holds for this call.
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
