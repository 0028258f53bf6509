import type { RtcTokenInput } from '../../api/types.js';
import { createCell } from '../../core/cell.js';
import { toTokenInput } from '../member.js';
import type { IntendedSwitches, JoinOptions, RoomStoreOptions } from '../types.js';

/**
 * What the person wants of a call in one room: microphone and camera on or off, and a name. It
 * outlives every end of a call, and only the person changes it: no failure of a device, no
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
  /** Devices were asked for by now, so that `start-muted` and the like come too late. */
  #isStarted = false;

  constructor(options: RoomStoreOptions) {
    this.#options = options;
    this.#update();
  }

  /** Takes the options of the next join; they count until devices are asked for. */
  configure(options: RoomStoreOptions): void {
    this.#options = options;
    this.#update();
  }

  /** Keeps the choices for a room that is opened again, and forgets them for another one. */
  open(roomId: string): void {
    if (this.#roomId === roomId.trim()) return;
    this.#roomId = roomId.trim();
    this.#chosen = {};
    this.#displayName = undefined;
    this.#isStarted = false;
    this.#update();
  }

  /** From now on only the person changes the switches. */
  start(): void {
    this.#isStarted = true;
  }

  /** What the person says by a click, a method, a request, or with a join. */
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

  /** What a token is asked for with. */
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
