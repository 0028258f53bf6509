import type { RtcTokenInput } from '../../api/types.js';
import { createCell } from '../../core/cell.js';
import type { DeviceKind, RtcSessionOptions } from '../../rtc/session.js';
import { toTokenInput } from '../member.js';
import type { IntendedSwitches, JoinOptions, RoomStoreOptions } from '../types.js';
import type * as Memory from './choice-memory.js';

/**
 * The person's choices for the calls in one room: microphone and camera on or off, and a name. They
 * are kept after the end of a call. Only the person changes them, and a page that makes the person
 * an observer: no failure of a device, no moderator and no reset of the controls does. Another room
 * starts from the options again. With a storage, the same room starts with the same choices after a
 * reload, too.
 */
export class JoinChoices {
  /** The name that others see; undefined: the member's name in the service. */
  readonly displayName = createCell<string | undefined>(undefined);
  readonly intended = createCell<IntendedSwitches>({ microphone: true, camera: true });
  #options: RoomStoreOptions;
  #roomId = '';
  #chosen: Partial<IntendedSwitches> = {};
  #displayName: string | undefined;
  /** Whether devices were requested: from then on the options change no switch. */
  #isStarted = false;
  /** The code that stores choices. It loads with the first opened room: an idle room needs none. */
  #code: typeof Memory | undefined;
  #memory: Memory.RememberedChoices | undefined;
  /** Whether the stored choices are those of a former member. */
  #isForgotten = false;

  constructor(options: RoomStoreOptions) {
    this.#options = options;
    this.#update();
  }

  /**
   * Sets the options. Those of the switches count until devices are requested. Returns whether the
   * person has become an observer after that: then everything is to be off.
   */
  configure(options: RoomStoreOptions): boolean {
    const isNew = this.#isStarted && !this.isObserver && options.observer === true;
    this.#options = options;
    if (isNew) {
      this.#chosen = {};
      this.#setIntended({ microphone: false, camera: false });
    }
    this.#update();
    return isNew;
  }

  /** Keeps the choices when the same room is opened again, and forgets them for another one. */
  open(roomId: string): void {
    if (this.#roomId !== roomId.trim()) this.#clear(roomId.trim());
  }

  /** Starts with the stored choices of this browser, and stores each choice from then on. */
  recall(code: typeof Memory): void {
    this.#code = code;
    if (this.#isForgotten) this.#remember();
    this.#isForgotten = false;
    this.#withMemory(({ recallChoices }, storage) => {
      this.#memory = recallChoices(storage, this.#roomId);
      this.#update();
    });
  }

  /** Starts from the options again: the choices belong to another member. */
  forgetMember(): void {
    this.#isForgotten = !this.#code;
    this.#clear('');
    this.#remember();
  }

  /** Forgets the choices so far. The next one is stored alone. A running call goes on as it is. */
  forget(): void {
    this.#memory = undefined;
    this.#chosen = {};
    this.#displayName = undefined;
    this.#update();
  }

  /** The devices and switches that a session starts with. */
  get sessionOptions(): RtcSessionOptions {
    const { dataSaver = false, media } = this.#options;
    return { ...this.#memory?.devices, ...media, dataSaver };
  }

  /** Stores a device for the next call, if the options allow it. */
  rememberDevice(kind: DeviceKind, id: string): void {
    this.#withMemory(({ rememberDevice }, storage) => rememberDevice(storage, kind, id));
  }

  #clear(roomId: string): void {
    this.#roomId = roomId;
    this.#isStarted = false;
    this.forget();
  }

  /** Fixes the switches: from now on only the person changes them. */
  start(): void {
    this.#isStarted = true;
  }

  /** Applies a choice of the person: a click, a method, a request, or the options of a join. */
  choose({ microphone, camera, displayName }: Omit<JoinOptions, 'password'>): void {
    this.#displayName = displayName?.trim() || this.#displayName;
    this.#chosen = {
      ...this.#chosen,
      ...(microphone !== undefined && { microphone }),
      ...(camera !== undefined && { camera }),
    };
    this.#setIntended({ ...this.intended.getSnapshot(), ...this.#chosen });
    this.#update();
    this.#remember();
  }

  /** The input of an RTC token's request. */
  tokenInput(password: string | undefined): RtcTokenInput {
    return toTokenInput(password, this.displayName.getSnapshot(), this.#options.observer);
  }

  #remember(): void {
    this.#withMemory(({ rememberChoices }, storage) =>
      rememberChoices(storage, {
        roomId: this.#roomId,
        displayName: this.#displayName ?? this.#memory?.displayName,
        ...this.#memory?.switches,
        ...this.#chosen,
      }),
    );
  }

  #withMemory(
    work: (code: typeof Memory, storage: NonNullable<RoomStoreOptions['storage']>) => void,
  ): void {
    const { storage } = this.#options;
    if (this.#code && storage) work(this.#code, storage);
  }

  /** Whether the person is an observer: then the camera stays off. */
  get isObserver(): boolean {
    return this.#options.observer === true;
  }

  #setIntended({ microphone, camera }: IntendedSwitches): void {
    this.intended.set({ microphone, camera: camera && !this.isObserver });
  }

  #update(): void {
    const { displayName, startMuted = false, startCameraOff = false } = this.#options;
    this.displayName.set(this.#displayName ?? (displayName?.trim() || this.#memory?.displayName));
    if (this.#isStarted) return;
    this.#setIntended({
      microphone: !startMuted,
      camera: !startCameraOff,
      ...this.#memory?.switches,
      // An observer starts muted, whatever the last call was like.
      ...(this.isObserver && { microphone: false }),
      ...this.#chosen,
    });
  }
}
