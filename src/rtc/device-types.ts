/** The kinds of devices that a session lists. */
export type DeviceKind = 'audioinput' | 'videoinput' | 'audiooutput';

export interface RtcDevice {
  readonly id: string;
  /** Empty until the browser grants permission. */
  readonly label: string;
  /** The side of a phone on which this camera is; undefined: the browser gives none. */
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
