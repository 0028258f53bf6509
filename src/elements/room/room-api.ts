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
 * @csspart who-is-here - In the prejoin, says who is in the room already.
 * @csspart control-group - The switch of a device in the bar, and the button beside it.
 * @csspart control-choice - That button: it opens the choice of devices.
 * @csspart tooltip - The name of a button in the bar, its key, and what a click does.
 * @csspart recording-consent - In the prejoin, says that the call is recorded.
 * @csspart stage - The stage.
 * @csspart screen-slot - The place of what is in the slot `screen`.
 * @csspart tiles - The list of tiles on it.
 * @csspart hint - Says that nobody else is there yet.
 * @csspart pager - The buttons between pages of the stage.
 * @csspart elsewhere - Says beside them who speaks on another page.
 * @csspart share-bar - The line on the stage while one shares one's own screen.
 * @csspart tile - A participant's tile.
 * @csspart video - The picture of a tile, or of the prejoin.
 * @csspart avatar - What a tile shows in place of a picture.
 * @csspart name - A tile's name plate.
 * @csspart role - In a tile, what a person is in the call, where that is not what everybody is.
 * @csspart badge - A tile's sign for a muted microphone.
 * @csspart hand - A tile's sign for a raised hand, with its place among all.
 * @csspart reaction - What somebody reacts with, over the picture of a tile.
 * @csspart level - The bars in a tile that follow the voice of whoever speaks.
 * @csspart stalled - Says in a tile that its picture stands still.
 * @csspart quality - A tile's sign for a poor or lost connection.
 * @csspart tile-menu - The button of a tile that opens what can be done about the person.
 * @csspart muted-for-me - A tile's sign for somebody who is silent at this browser alone.
 * @csspart person-choice - One choice of what a tile's button opens.
 * @csspart person-volume - How loud the person is, in that.
 */
export abstract class RoomApiElement extends RoomElementBase {
  protected readonly connection = new RoomConnection(this, {
    loadParts: () => this.loadParts(),
    loadCallParts: () => this.loadCallParts(),
  });
  protected readonly store: RoomStore = this.connection.store;
  protected readonly view = createRoomView(this.store);

  /** The intents that requests of parts lead to, beyond those of the handle. */
  protected readonly requestable: Requestable = {
    join: (options) => this.connection.join(options),
    close: async () => {
      if (await this.confirmLeave()) this.roomId = undefined;
    },
  };

  /** @internal */
  abstract readonly [roomHandleKey]: RoomHandle;

  /** Loads what an open room needs; asked with each opening. */
  protected abstract loadParts(): Promise<unknown>;

  /** Loads what a call needs beyond that; asked with each opening. */
  protected abstract loadCallParts(): Promise<unknown>;

  /** Asks whether the running call, if there is one, may end. */
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

  /** The person at this browser; undefined before there is a preview or a call. */
  get localParticipant(): ParticipantSnapshot | undefined {
    return this.participants.find(({ isLocal }) => isLocal);
  }

  /** The failure, while `state` is `failed`. */
  get error(): FfcError | undefined {
    const phase = this.store.phase.getSnapshot();
    return phase.state === 'failed' ? phase.error : undefined;
  }

  /** The running LiveKit `Room`, for what this element does not cover. */
  get room(): LiveRoom | undefined {
    return this.store.session?.liveRoom;
  }

  /** The own microphone: whether it is `enabled` or `pending`, and the `error` that keeps it off. */
  get microphone(): ControlState {
    return this.store.controls.getSnapshot().microphone;
  }

  /** The own camera, in the same way. */
  get camera(): ControlState {
    return this.store.controls.getSnapshot().camera;
  }

  /** The own share of a screen, in the same way. */
  get screenShare(): ControlState {
    return this.store.controls.getSnapshot().screenShare;
  }

  /** Microphones, cameras and speakers, and which of them are used; empty without a preview or a call. */
  get devices(): RtcDevices {
    return this.store.controls.getSnapshot().devices;
  }

  /** Whether sound plays. Where it does not, the browser wants a click first: `startAudio()`. */
  get canPlayAudio(): boolean {
    return this.store.controls.getSnapshot().canPlayAudio;
  }

  /**
   * Opens a room: another one, or the same again after it was left, ended or failed. The same
   * room stays as it is while it is open. While a call runs the person is asked first, unless
   * `no-leave-confirm` is set; setting `roomId` asks nobody. Rejects with `aborted` when the
   * person stays in the call.
   */
  open(roomId: string): Promise<void> {
    return this.#ask(async () => {
      const isOther = this.roomId !== roomId;
      if (isOther && !(await this.confirmLeave())) throw stayed();
      this.roomId = roomId;
      if (!isOther && isOver(this.state)) this.connection.open();
      // Another room opens with the update.
      if (this.isConnected) await this.updateComplete;
    });
  }

  /** Joins the room that is open, or joins again after leaving. */
  async join(options: JoinOptions = {}): Promise<void> {
    // Attributes that were set just before count.
    if (this.isConnected) await this.updateComplete;
    await this.#ask(() => this.connection.join(options));
  }

  /** Leaves the call; also gives up one that is being connected. */
  leave(): Promise<void> {
    return this.#ask(() => this.store.leave());
  }

  /** Turns the own microphone on or off. */
  setMicrophoneEnabled(on: boolean): Promise<void> {
    return this.#ask(() => this.store.setMicrophoneEnabled(on));
  }

  /** Turns the own camera on or off. */
  setCameraEnabled(on: boolean): Promise<void> {
    return this.#ask(() => this.store.setCameraEnabled(on));
  }

  /** Shows the own screen, or stops that. Needs a click or a key press shortly before. */
  setScreenShareEnabled(on: boolean): Promise<void> {
    return this.#ask(() => this.store.setScreenShareEnabled(on));
  }

  /** Uses another microphone, camera or speaker from now on. */
  switchDevice(kind: DeviceKind, deviceId: string): Promise<void> {
    return this.#ask(() => this.store.switchDevice(kind, deviceId));
  }

  /** Receives a track or stops that; for `auto-subscribe="off"`. */
  setSubscribed(trackSid: string, on: boolean): Promise<void> {
    return this.#ask(() => this.store.setSubscribed(trackSid, on));
  }

  /** Lets sound play where the browser wants a click first: call it from one. */
  startAudio(): Promise<void> {
    return this.#ask(() => this.store.startAudio());
  }

  /**
   * Changes the layout by its name. From then on the person decides, and no share of a screen
   * changes it; `layoutMode = 'automatic'` gives that back to the room.
   */
  setLayout(name: string): Promise<void> {
    return this.#ask(() => this.view.setLayout(name));
  }

  /** Makes the picture of a participant stand out: the camera, or the `screen_share`. */
  pin(identity: string, source: PinSource = 'camera'): Promise<void> {
    return this.#ask(() => this.view.pin(identity, source));
  }

  /** Lets no picture stand out any more. */
  unpin(): Promise<void> {
    return this.#ask(() => this.view.unpin());
  }

  /** Opens a panel of the call by its name, in place of the one that is open. */
  openPanel(name: string): Promise<void> {
    return this.#ask(() => this.view.openPanel(name));
  }

  /** Closes the panel that is open. */
  closePanel(): Promise<void> {
    return this.#ask(() => this.view.closePanel());
  }

  /**
   * Gives a feature of the room, such as `chat`: its code loads with the first use. The feature
   * is the same one each time, and ends when the element is removed. Rejects with `load-failed`
   * when the code could not be loaded; using it again tries again.
   */
  use<K extends keyof RoomFeatures>(name: K): Promise<RoomFeatures[K]> {
    return this[roomHandleKey].use(name);
  }

  /**
   * Writes in the chat of the call, and loads it first. Rejects with `invalid-request` for no text
   * or more than 5000 characters, with `invalid-state` outside of a call, and where it was not sent.
   */
  sendMessage(text: string): Promise<void> {
    return this.#ask(async () => (await this.use('chat')).post(text));
  }

  /**
   * Raises the own hand, or lowers it. Resolves once the others were told. Rejects with
   * `invalid-state` outside of a call, and with `publish-forbidden` where no messages may be sent.
   */
  setHandRaised(on: boolean): Promise<void> {
    return this.#ask(async () => (await this.use('signals')).setHandRaised(on));
  }

  /**
   * Shows a reaction to everybody for some seconds: `thumbs-up`, `clap`, `heart`, `laugh`,
   * `surprise` or `party`. Rejects with `invalid-request` for another name, with `rate-limited` for
   * more than five a second, and as `setHandRaised()`.
   */
  sendReaction(name: string): Promise<void> {
    return this.#ask(async () => (await this.use('signals')).sendReaction(name));
  }

  /**
   * Shows the call in a small window above all others, or the video that stands out where the
   * browser has no such windows. Call it from a click. Rejects with `invalid-state` outside of a
   * call, and where the browser refuses.
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
    message: 'The person stays in the call.',
  });
}
