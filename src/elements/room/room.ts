import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LocaleController } from '../../parts/locale-controller.js';
import { requestUpdateOn } from '../../parts/request-update-on.js';
import {
  createRoomHandle,
  type RoomHandle,
  type RoomHandleProvider,
  roomHandleKey,
} from '../../parts/room-handle.js';
import { createCell } from '../../core/cell.js';
import { FfcErrorEvent } from '../../events/error-event.js';
import { FfcStateChangeEvent } from '../../events/room-events.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { RoomShellMessages } from '../../i18n/room-messages.js';
import { isCallPhase } from '../../state/phase.js';
import type { RoomPhase } from '../../state/types.js';
import { fillingFrame } from '../../styles/filling-frame.js';
import { theme, tokens } from '../../styles/tokens.js';
import { utilities } from '../../styles/utilities.js';
import { buttonStyles } from '../../styles/button-styles.js';
import { problemStyles } from '../../parts/problem-view.js';
import { spinnerStyles } from '../../parts/spinner.js';
import { bridgeEvents, emitViewChanges } from './room-events.js';
import { RoomApiElement } from './room-api.js';
import type { CallContent } from './call-content.js';
import type { CallView } from './call-view.js';
import { applyLayout, storeOptions, viewOptions } from './option-values.js';
import { reflectRoom } from './reflect-room.js';
import { RoomRequests } from './room-requests.js';
import { roomStyles } from './room-styles.js';
import { screenName, type ShellPhase, shellDictionary, shellScreen } from './shell-screens.js';

/**
 * One video room from the password to the end of the call. All other parts connect to it.
 *
 * Without children it renders everything itself. A child in one of the slots replaces the default
 * content there. Removing the element ends the call; moving it within the page does not. It answers
 * the requests of its parts right after the dispatch, unless a listener cancelled them. Methods
 * reject with an `FfcError`, and never throw. A value that is not accepted counts as left out.
 *
 * @tag ffc-room
 * @summary A whole video room in one tag.
 *
 * @attr {string} lang - Language of the words (`en`, `ko`). Default: the nearest `lang` around.
 * @attr {string} dir - Writing direction. Default: the nearest `dir` around.
 * @attr {RoomState} state - The room's state, for CSS. HTML from a server does not have it.
 *
 * @cssState muted - The local microphone is off, in a preview or a call.
 * @cssState camera-off - The local camera is off, in a preview or a call.
 * @cssState sharing-screen - The local screen is shared.
 * @cssState pending - A switch was used, and its change has not happened yet.
 * @cssState blocked - A device cannot be turned on: its property has the `error`.
 * @cssState sound-blocked - The browser requires a click for sound: `startAudio()`.
 * @cssState recording - The call is recorded.
 *
 * @slot - Shown in every state, below the content; parts in it talk to this room.
 * @slot idle - Replaces the invitation to choose a room.
 * @slot loading - Replaces the progress while the room is opened.
 * @slot scheduled - Replaces the countdown to a scheduled room.
 * @slot password - Replaces the form for the password.
 * @slot prejoin - Replaces the preview and the Join button.
 * @slot connecting - Replaces the progress while the call is connected.
 * @slot waiting - Replaces the screen while a host decides about the admission.
 * @slot connected - Replaces the whole call: header, stage and control bar.
 * @slot header - Replaces the line with the title and the number of people.
 * @slot stage - Replaces the tiles.
 * @slot screen - An element of the page on the stage, such as a whiteboard, in the main place.
 * @slot control-bar - Replaces the buttons of the call.
 * @slot reconnecting - Replaces the line over the stage during a reconnection.
 * @slot panel-chat - Replaces the chat, while its panel is open. Each panel has such a slot.
 * @slot left - Replaces the screen after leaving.
 * @slot ended - Replaces the screen after the room was closed.
 * @slot removed - Replaces the screen after a removal, or a join elsewhere.
 * @slot failed - Replaces the screen of a failure.
 *
 * @csspart frame - The frame around everything, with its line.
 * @csspart view - The content in the middle, in every state but the call.
 * @csspart message - A short message with its button.
 * @csspart title - A heading: of a message, or the room's in the header.
 * @csspart text - The text of a message.
 * @csspart button - A button outside the control bar.
 * @csspart input - A field or a choice.
 * @csspart password-form - The form for the password.
 * @csspart password-toggle - The button that makes the password readable.
 * @csspart invalid - The problem with the password.
 * @csspart problem - A failure.
 * @csspart problem-title - The description of the failure.
 * @csspart problem-remedy - The remedy.
 * @csspart problem-stage - The stage at which it happened.
 * @csspart problem-details - The disclosure of the report for a request for help.
 * @csspart problem-code - The report, or the code of the reason.
 * @csspart countdown - The time until a scheduled room starts.
 * @csspart duration - The length of a call, after its title.
 * @csspart retry - The countdown to the next try after a lost connection, with its button.
 * @csspart back - The link or button back to the rooms.
 * @csspart dialog - The question whether to leave the running call.
 * @csspart dialog-title - The title of the dialog.
 * @csspart call - Header, stage and control bar.
 * @csspart header - The line above the stage.
 * @csspart recording - The sign that the call is recorded.
 * @csspart people-count - The number of people in the room.
 * @csspart lock - The sign of a room with a password, or of an encrypted call.
 * @csspart clock - The time since the start of the call.
 * @csspart connection - The sign of the local connection, which opens its details.
 * @csspart copy-link - The button that copies the link of `invite-url`.
 * @csspart muted-hint - The hint for a person who speaks while muted.
 * @csspart panel - The open panel, such as the chat.
 * @csspart panel-header - The header of the panel.
 * @csspart panel-title - The title of the panel.
 * @csspart panel-close - The button that closes the panel.
 * @csspart panel-scrim - The layer over the stage around a panel, in a narrow room.
 * @csspart toasts - The notices over the stage.
 * @csspart banner - The line during a reconnection.
 * @csspart sound-bar - The line while the browser blocks the sound.
 * @csspart news - The line that tells for some seconds who joined, left or raised a hand.
 * @csspart notice - A notice: a survived failure, a recording, a silent microphone, a host who left.
 * @csspart preview - The preview of the prejoin.
 * @csspart permission-help - The help on how to allow a blocked device.
 * @csspart connection-check - The check of the connection before the call.
 * @csspart greeting - The greeting with the name that others see.
 * @csspart prejoin-form - The prejoin's name field and Join button.
 * @csspart control-bar - The row of buttons.
 * @csspart control - One button of the control bar.
 * @csspart control-label - The text of a control.
 * @csspart control-count - The number of waiting things of a control.
 * @csspart menu - The menu of a control, such as the choice of devices.
 * @csspart menu-item - A line of *more*.
 *
 * @cssprop [--ffc-color-accent] - Main buttons, the focus ring.
 * @cssprop [--ffc-color-on-accent] - Text on the accent colour.
 * @cssprop [--ffc-color-surface] - The background.
 * @cssprop [--ffc-color-surface-raised] - Surfaces raised from the background.
 * @cssprop [--ffc-color-on-surface] - Text.
 * @cssprop [--ffc-color-muted] - Text of less weight, icons.
 * @cssprop [--ffc-color-border] - Lines.
 * @cssprop [--ffc-color-danger] - Leaving, failures, switched-off devices.
 * @cssprop [--ffc-color-on-danger] - Text on the danger colour.
 * @cssprop [--ffc-color-success] - Success.
 * @cssprop [--ffc-color-tile] - A tile without a picture.
 * @cssprop [--ffc-color-speaking] - The ring around a speaker.
 * @cssprop [--ffc-radius=12px] - Corners; smaller elements use two thirds of it.
 * @cssprop [--ffc-gap=8px] - Between tiles.
 * @cssprop [--ffc-font] - The font family.
 * @cssprop [--ffc-focus-ring] - The outline of the element with the keyboard's focus.
 */
export class FfcRoomElement extends RoomApiElement implements RoomHandleProvider {
  static override styles = [
    tokens,
    theme,
    fillingFrame,
    utilities,
    buttonStyles,
    spinnerStyles,
    problemStyles,
    roomStyles,
  ];

  /** Loads and defines the elements of a room. The define module sets it. */
  static loadParts: () => Promise<unknown> = adviseOfParts;

  /** The same for the elements of a call. A join waits for them, a preview does not. */
  static loadCallParts: () => Promise<unknown> = adviseOfParts;

  /** @internal */
  override readonly [roomHandleKey]: RoomHandle;

  readonly #options = createCell(viewOptions(this));
  readonly #locale = new LocaleController(this, shellDictionary, () => this.messages);
  readonly #requests: RoomRequests;
  #callView: CallView | undefined;
  #callContent: CallContent | undefined;
  #opening: Promise<CallView> | undefined;
  #shownScreen = '';
  #movesFocus = false;

  constructor() {
    super();
    const { store, view } = this;
    this[roomHandleKey] = createRoomHandle(
      { store, view, host: this, options: this.#options, services: this.connection.services },
      this.connection.features,
    );
    reflectRoom(this, store);
    requestUpdateOn(this, store.phase, (phase) => phase);
    bridgeEvents(store, this, [FfcStateChangeEvent, FfcErrorEvent]);
    emitViewChanges(view, this);
    this.#requests = new RoomRequests(this[roomHandleKey], this.requestable);
  }

  protected override async loadCallParts(): Promise<void> {
    const [{ CallContent }, view] = await Promise.all([
      import('./call-content.js'),
      this.#opening,
      FfcRoomElement.loadCallParts(),
    ]);
    if (view) this.#callContent ??= new CallContent(this, view);
    this.requestUpdate();
  }

  protected override loadParts(): Promise<CallView> {
    return (this.#opening = this.#loadView());
  }

  protected override async confirmLeave(): Promise<boolean> {
    return this.#callContent?.confirmLeave() ?? true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.size === 0) return;
    this.#options.set(viewOptions(this));
    applyLayout(this, this.view, changed);
    this.store.configure(storeOptions(this));
  }

  protected override update(changed: PropertyValues<this>): void {
    const name = screenName(this.#phase);
    // Only the focus in the shadow tree moves: a field of the page in a slot keeps it.
    const hadFocus = this.#hasOwnFocus;
    super.update(changed);
    // The focus moves with the screen, and when the focused button has disappeared.
    this.#movesFocus = hadFocus && (name !== this.#shownScreen || !this.#hasOwnFocus);
    this.#shownScreen = name;
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('slotchange', () => this.requestUpdate());
  }

  protected override updated(): void {
    if (this.#movesFocus) this.renderRoot.querySelector<HTMLElement>('[data-focus]')?.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="frame" part="frame">
        ${this.#renderScreen(this.#phase)}
        <slot></slot>
      </div>
      ${this.#callView?.renderAlways(this.#callContent?.news ?? '') ?? nothing}
    `;
  }

  #renderScreen(phase: RoomPhase): TemplateResult {
    const callView = this.#callView;
    const shell = (to: ShellPhase, retry = this.#onRetry) =>
      shellScreen(to, this.#messages, this.headingLevel, retry);
    switch (phase.state) {
      case 'idle':
      case 'loading':
        return shell(phase);
      case 'prejoin':
      case 'connecting':
      case 'connected':
      case 'reconnecting':
        return html`${isCallPhase(phase) ? nothing : callView?.render(phase, shell)}
        ${this.#callContent?.render(phase)}`;
      default:
        return callView?.render(phase, shell) ?? (phase.state === 'failed' ? shell(phase) : html``);
    }
  }

  async #loadView(): Promise<CallView> {
    const [{ CallView }] = await Promise.all([
      import('./call-view.js'),
      FfcRoomElement.loadParts(),
    ]);
    this.#callView ??= new CallView(this, this[roomHandleKey], this.#requests, this.#onRetry);
    this.requestUpdate();
    return this.#callView;
  }

  /** The phase to render: `loading` until the code and the words of an open room have loaded. */
  get #phase(): RoomPhase {
    const phase = this.store.phase.getSnapshot();
    const loading: RoomPhase = { state: 'loading', roomId: this.roomId ?? '' };
    if (phase.state === 'idle') return this.connection.isPreparing ? loading : phase;
    if (phase.state === 'failed')
      return roomErrorWords(this.#messages, phase.error) ? phase : loading;
    return this.#callView ? phase : loading;
  }

  get #messages(): RoomShellMessages {
    return this.#callView?.messages ?? this.#locale.messages;
  }

  get #hasOwnFocus(): boolean {
    return this.matches(':focus') || !!this.shadowRoot?.activeElement;
  }

  readonly #onRetry = (): void => {
    // After a lost call, the retry joins again; otherwise it opens the room again.
    if (this.error?.stage === 'session') this.#callView?.rejoin();
    else this.connection.open();
  };
}

/** The default of `loadParts`: it warns when the page has not defined the parts either. */
async function adviseOfParts(): Promise<void> {
  (await import('./parts-advice.js')).adviseOfParts();
}
