import type { DeviceKind, RtcDevice, RtcDevices } from '../session.js';

const kinds: readonly DeviceKind[] = ['audioinput', 'videoinput', 'audiooutput'];

export interface DevicesOptions {
  /** `navigator.mediaDevices`; undefined in an insecure context. */
  readonly media: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'> | undefined;
  readonly canChooseSpeaker: boolean;
  /** The id in use of a kind, when known. */
  readonly active: (kind: DeviceKind) => string | undefined;
  readonly onChange: (devices: RtcDevices) => void;
  readonly signal: AbortSignal;
}

type DeviceInfo = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'> &
  Partial<Pick<InputDeviceInfo, 'getCapabilities'>>;

/** The browser's devices, read without a prompt for permission, and again when they change. */
export class Devices {
  readonly #options: DevicesOptions;
  #infos: readonly DeviceInfo[] = [];
  /** The number of readings so far: only the newest one counts. */
  #readings = 0;
  #snapshot: RtcDevices;

  constructor(options: DevicesOptions) {
    this.#options = options;
    this.#snapshot = describeDevices(this.#infos, options);
    const { media, signal } = options;
    media?.addEventListener('devicechange', () => void this.refresh(), { signal });
    void this.refresh();
  }

  get snapshot(): RtcDevices {
    return this.#snapshot;
  }

  /** Reads the devices again. Never rejects: if they cannot be read, the known devices stay. */
  async refresh(): Promise<void> {
    const { media, signal } = this.#options;
    const reading = ++this.#readings;
    try {
      const infos = (await media?.enumerateDevices()) ?? [];
      if (reading === this.#readings) this.#infos = infos;
    } catch {
      // A policy of the page forbids it: there are no devices to choose from.
    }
    if (!signal.aborted) this.update();
  }

  /** Updates which devices are in use. */
  update(): void {
    const next = describeDevices(this.#infos, this.#options);
    if (JSON.stringify(this.#snapshot) === JSON.stringify(next)) return;
    this.#snapshot = next;
    this.#options.onChange(next);
  }
}

export function describeDevices(
  infos: readonly DeviceInfo[],
  { canChooseSpeaker, active }: Pick<DevicesOptions, 'canChooseSpeaker' | 'active'>,
): RtcDevices {
  const list = (wanted: DeviceKind): readonly RtcDevice[] =>
    Object.freeze(infos.filter(({ kind }) => kind === wanted).map(describe));
  const lists = {
    audioinput: list('audioinput'),
    videoinput: list('videoinput'),
    audiooutput: canChooseSpeaker ? list('audiooutput') : Object.freeze([]),
  };
  const inUse: Partial<Record<DeviceKind, string>> = {};
  for (const kind of kinds) {
    const id = active(kind);
    // A device that was unplugged is not in use.
    if (id && lists[kind].some((device) => device.id === id)) inUse[kind] = id;
  }
  return Object.freeze({ ...lists, active: Object.freeze(inUse) });
}

function describe(info: DeviceInfo): RtcDevice {
  const { kind, deviceId: id, label } = info;
  const facing = kind === 'videoinput' ? facingOf(info) : undefined;
  return Object.freeze(facing ? { id, label, facing } : { id, label });
}

/** The side of a camera: from the browser, else from its name, which contains it on phones. */
function facingOf(info: DeviceInfo): RtcDevice['facing'] {
  const [mode = info.label] = info.getCapabilities?.().facingMode ?? [];
  if (/environment|back|rear|후면/i.test(mode)) return 'back';
  return /user|front|전면/i.test(mode) ? 'front' : undefined;
}
