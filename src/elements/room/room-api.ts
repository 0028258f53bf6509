import { FfcError, toFfcError } from '../../core/errors.js';
import { registerFeature, type RoomFeatures } from '../../parts/features.js';
import { type RoomHandle, roomHandleKey } from '../../parts/room-handle.js';
import type { DeviceKind, LiveRoom, RtcDevices } from '../../rtc/session.js';
import { isOver } from '../../state/phase.js';
import type {
  ControlState,
  JoinOptions,
  ParticipantSnapshot,
  RoomState,
  RoomStore,
} from '../../state/types.js';
import { createRoomView, type PinSource } from '../../state/view.js';
import { RoomConnection } from './room-connection.js';
import { RoomElementBase } from './room-options.js';
import type { Requestable } from './room-requests.js';

registerFeature('chat', () => import('../../features/chat/state/chat-feature.js'));
registerFeature('pip', () => import('../../features/pip/pip-feature.js'));

/**
 * The properties and methods of `<ffc-room>` for scripts, and the parts of its stage.
 *
 * @slot after-call - Shown below the buttons once a call is over, such as a question how it was.
 *
 * @csspart who-is-here - In the prejoin, the people in the room.
 * @csspart control-group - The switch of a device in the bar, with the button for its choice.
 * @csspart control-choice - The button beside a switch, which opens the choice of devices.
 * @csspart tooltip - The name of a button in the bar, its key, and the effect of a click.
 * @csspart recording-consent - In the prejoin, the notice of a recording.
 * @csspart stage - The stage.
 * @csspart screen-slot - The place of the slot `screen`.
 * @csspart tiles - The list of tiles on it.
 * @csspart alone - The line or card below the own picture while nobody else is here.
 * @csspart hint - Its text.
 * @csspart pager - The buttons between pages of the stage.
 * @csspart elsewhere - The names of speakers on other pages, beside those buttons.
 * @csspart share-bar - The bar of the local screen share on the stage.
 * @csspart tile - A participant's tile.
 * @csspart video - The picture of a tile, or of the prejoin.
 * @csspart avatar - The avatar of a tile without a video.
 * @csspart name - A tile's name plate.
 * @csspart role - The participant's role in a tile, unless everybody has the same.
 * @csspart badge - A tile's sign for a muted microphone.
 * @csspart hand - A tile's sign for a raised hand, with its number in the queue.
 * @csspart reaction - A reaction, over the picture of a tile.
 * @csspart level - The bars in a tile that follow the voice of a speaker.
 * @csspart stalled - The notice in a tile that its video has stalled.
 * @csspart quality - A tile's sign for a poor or lost connection.
 * @csspart tile-menu - The button of a tile that opens the menu of the participant.
 * @csspart muted-for-me - A tile's sign for a participant who is muted in this browser only.
 * @csspart person-choice - A choice in the menu of a participant.
 * @csspart person-volume - The volume of the participant, in that menu.
 */
export abstract class RoomApiElement extends RoomElementBase {
  protected readonly connection = new RoomConnection(this, {
    loadParts: () => this.loadParts(),
    loadCallParts: () => this.loadCallParts(),
  });
  protected readonly store: RoomStore = this.connection.store;
  protected readonly view = createRoomView(this.store);

  /** The methods that requests of parts call, beyond those of the handle. */
  protected readonly requestable: Requestable = {
    join: (options) => this.connection.join(options),
    close: async () => {
      if (await this.confirmLeave()) this.roomId = undefined;
    },
  };

  /** @internal */
  abstract readonly [roomHandleKey]: RoomHandle;

  /** Loads the code of an open room. Each opening calls it. */
  protected abstract loadParts(): Promise<unknown>;

  /** Loads the further code of a call. Each opening calls it. */
  protected abstract loadCallParts(): Promise<unknown>;

  /** Asks whether a running call may end. Resolves to true without a call. */
  protected abstract confirmLeave(): Promise<boolean>;

  /** The room's state in its flow; also the `state` attribute. */
  get state(): RoomState {
    return this.store.phase.getSnapshot().state;
  }

  /** The participants: local first, then by time of joining. */
  get participants(): readonly ParticipantSnapshot[] {
    return this.store.roster
      .getSnapshot()
      .identities.map((identity) => this.store.participant(identity).getSnapshot())
      .filter((participant) => participant !== undefined);
  }

  /** The local participant; undefined before there is a preview or a call. */
  get localParticipant(): ParticipantSnapshot | undefined {
    return this.participants.find(({ isLocal }) => isLocal);
  }

  /** The failure, while `state` is `failed`. */
  get error(): FfcError | undefined {
    const phase = this.store.phase.getSnapshot();
    return phase.state === 'failed' ? phase.error : undefined;
  }

  /** The running LiveKit `Room`, for features that this element does not cover. */
  get room(): LiveRoom | undefined {
    return this.store.session?.liveRoom;
  }

  /**
   * The local microphone: whether it is `enabled` or `pending`, and the `error` that keeps it off.
   */
  get microphone(): ControlState {
    return this.store.controls.getSnapshot().microphone;
  }

  /** The local camera, in the same way. */
  get camera(): ControlState {
    return this.store.controls.getSnapshot().camera;
  }

  /** The local screen share, in the same way. */
  get screenShare(): ControlState {
    return this.store.controls.getSnapshot().screenShare;
  }

  /** Microphones, cameras and speakers, and the ones in use. Empty without a preview or a call. */
  get devices(): RtcDevices {
    return this.store.controls.getSnapshot().devices;
  }

  /**
   * Whether sound plays. If not, the browser requires a click first: call `startAudio()` from one.
   */
  get canPlayAudio(): boolean {
    return this.store.controls.getSnapshot().canPlayAudio;
  }

  /**
   * Opens a room: another one, or the same again after it was left, ended or failed. Opening a room
   * that is open has no effect. During a call the person is asked first, unless `no-leave-confirm`
   * is set; setting `roomId` does not ask. Rejects with `aborted` when the person stays in the
   * call.
   */
  open(roomId: string): Promise<void> {
    return this.#ask(async () => {
      // Pages without types also pass the number of a room.
      const given: unknown = roomId;
      const isOther = this.roomId !== String(given);
      if (isOther && !(await this.confirmLeave())) throw stayed();
      this.roomId = roomId;
      if (!isOther && isOver(this.state)) this.connection.open();
      // The update opens another room.
      if (this.isConnected) await this.updateComplete;
    });
  }

  /** Joins the open room, or joins again after leaving. */
  async join(options: JoinOptions = {}): Promise<void> {
    // Waits for an update, so that attributes that were set just before count.
    if (this.isConnected) await this.updateComplete;
    await this.#ask(() => this.connection.join(options));
  }

  /** Leaves the call. It also cancels a join that is still connecting. */
  leave(): Promise<void> {
    return this.#ask(() => this.store.leave());
  }

  /** Turns the local microphone on or off. */
  setMicrophoneEnabled(on: boolean): Promise<void> {
    return this.#ask(() => this.store.setMicrophoneEnabled(on));
  }

  /** Turns the local camera on or off. */
  setCameraEnabled(on: boolean): Promise<void> {
    return this.#ask(() => this.store.setCameraEnabled(on));
  }

  /** Starts or stops sharing the local screen. The start needs a recent click or key press. */
  setScreenShareEnabled(on: boolean): Promise<void> {
    return this.#ask(() => this.store.setScreenShareEnabled(on));
  }

  /** Uses another microphone, camera or speaker from now on. */
  switchDevice(kind: DeviceKind, deviceId: string): Promise<void> {
    return this.#ask(() => this.store.switchDevice(kind, deviceId));
  }

  /** Subscribes to a track, or unsubscribes; for `auto-subscribe="off"`. */
  setSubscribed(trackSid: string, on: boolean): Promise<void> {
    return this.#ask(() => this.store.setSubscribed(trackSid, on));
  }

  /** Starts the sound where the browser requires a click first. Call it from a click. */
  startAudio(): Promise<void> {
    return this.#ask(() => this.store.startAudio());
  }

  /**
   * Sets the layout by its name. The mode becomes `manual`, so that a shared screen no longer
   * changes the layout. `layoutMode = 'automatic'` undoes that.
   */
  setLayout(name: string): Promise<void> {
    return this.#ask(() => this.view.setLayout(name));
  }

  /** Pins the `camera` or the `screen_share` of a participant in the main place. */
  pin(identity: string, source: PinSource = 'camera'): Promise<void> {
    return this.#ask(() => this.view.pin(identity, source));
  }

  /** Removes the pin. */
  unpin(): Promise<void> {
    return this.#ask(() => this.view.unpin());
  }

  /** Opens a panel of the call by its name, and closes the open one. */
  openPanel(name: string): Promise<void> {
    return this.#ask(() => this.view.openPanel(name));
  }

  /** Closes the open panel. */
  closePanel(): Promise<void> {
    return this.#ask(() => this.view.closePanel());
  }

  /**
   * Resolves to a feature of the room, such as `chat`. Its code loads with the first use. The
   * feature is the same one each time, and ends when the element is removed. Rejects with
   * `load-failed` when the code fails to load; the next use tries again.
   */
  use<K extends keyof RoomFeatures>(name: K): Promise<RoomFeatures[K]> {
    return this[roomHandleKey].use(name);
  }

  /**
   * Sends a message to the chat of the call, and loads the chat first. Rejects with
   * `invalid-request` for an empty text or more than 5000 characters, with `invalid-state` outside
   * of a call, and when the message could not be sent.
   */
  sendMessage(text: string): Promise<void> {
    return this.#ask(async () => (await this.use('chat')).post(text));
  }

  /**
   * Raises or lowers the local hand. Resolves once the others were notified. Rejects with
   * `invalid-state` outside of a call, and with `publish-forbidden` where the participant may not
   * send messages.
   */
  setHandRaised(on: boolean): Promise<void> {
    return this.#ask(async () => (await this.use('signals')).setHandRaised(on));
  }

  /**
   * Shows a reaction to everybody for some seconds: `thumbs-up`, `clap`, `heart`, `laugh`,
   * `surprise` or `party`. Rejects with `invalid-request` for another name, with `rate-limited` for
   * more than five a second, and like `setHandRaised()`.
   */
  sendReaction(name: string): Promise<void> {
    return this.#ask(async () => (await this.use('signals')).sendReaction(name));
  }

  /**
   * Moves the call into a picture-in-picture window. A browser without such windows shows only the
   * main video. Call it from a click. Rejects with `invalid-state` outside of a call, and when the
   * browser refuses.
   */
  requestPictureInPicture(): Promise<void> {
    return this.#ask(async () => (await this.use('pip')).open());
  }

  async #ask(call: () => Promise<void> | void): Promise<void> {
    try {
      await call();
    } catch (error) {
      throw toFfcError(error, 'session');
    }
  }
}

function stayed(): FfcError {
  return new FfcError({
    reason: 'aborted',
    stage: 'session',
    message: 'The person stays.',
  });
}
