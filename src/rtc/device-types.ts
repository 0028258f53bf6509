/** What a browser has for sound and pictures, as a session lists it. */
export type DeviceKind = 'audioinput' | 'videoinput' | 'audiooutput';

export interface RtcDevice {
  readonly id: string;
  /** Empty until the browser grants permission. */
  readonly label: string;
  /** Where a phone has this camera; undefined: the browser does not say. */
  readonly facing?: 'front' | 'back';
}

export interface RtcDevices {
  readonly audioinput: readonly RtcDevice[];
  readonly videoinput: readonly RtcDevice[];
  /** Empty where the browser cannot choose a speaker (Safari). */
  readonly audiooutput: readonly RtcDevice[];
  /** The id in use of each kind, when known. */
  readonly active: Readonly<Partial<Record<DeviceKind, string>>>;
}
