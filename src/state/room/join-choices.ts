import type { RtcTokenInput } from '../../api/types.js';
import { createCell } from '../../core/cell.js';
import { toTokenInput } from '../member.js';
import type { IntendedSwitches, JoinOptions, RoomStoreOptions } from '../types.js';

/**
 * What the person wants for the calls in one room: microphone and camera on or off, and a name.
 * It outlives every end of a call. Only the person changes it: no failure of a device, no
 * moderator and no reset of the controls does. Another room starts from the options again.
 */
export class JoinChoices {
  /** The name that others are to see; undefined: the one that the service has. */
  readonly displayName = createCell<string | undefined>(undefined);
  readonly intended = createCell<IntendedSwitches>({ microphone: true, camera: true });
  #options: RoomStoreOptions;
  #roomId: string | undefined;
  #chosen: Partial<IntendedSwitches> = {};
  #displayName: string | undefined;
  /** Devices were requested once: from then on the options change no switch. */
  #isStarted = false;

  constructor(options: RoomStoreOptions) {
    this.#options = options;
    this.#update();
  }

  /** Sets the options. Those of the switches count until devices are requested. */
  configure(options: RoomStoreOptions): void {
    this.#options = options;
    this.#update();
  }

  /** Keeps the choices when the same room is opened again, and forgets them for another one. */
  open(roomId: string): void {
    if (this.#roomId === roomId.trim()) return;
    this.forget();
    this.#roomId = roomId.trim();
  }

  /** Starts from the options again: what was chosen is of another room, or of another member. */
  forget(): void {
    this.#roomId = undefined;
    this.#chosen = {};
    this.#displayName = undefined;
    this.#isStarted = false;
    this.#update();
  }

  /** Fixes the switches: from now on only the person changes them. */
  start(): void {
    this.#isStarted = true;
  }

  /** Takes a choice of the person's: a click, a method, a request, or the options of a join. */
  choose({ microphone, camera, displayName }: Omit<JoinOptions, 'password'>): void {
    this.#displayName = displayName?.trim() || this.#displayName;
    this.#chosen = {
      ...this.#chosen,
      ...(microphone !== undefined && { microphone }),
      ...(camera !== undefined && { camera }),
    };
    this.intended.set({ ...this.intended.getSnapshot(), ...this.#chosen });
    this.#update();
  }

  /** The input of an RTC token's request. */
  tokenInput(password: string | undefined): RtcTokenInput {
    return toTokenInput(password, this.displayName.getSnapshot());
  }

  #update(): void {
    this.displayName.set(this.#displayName ?? (this.#options.displayName?.trim() || undefined));
    if (this.#isStarted) return;
    const { startMuted = false, startCameraOff = false } = this.#options;
    this.intended.set({ microphone: !startMuted, camera: !startCameraOff, ...this.#chosen });
  }
}
