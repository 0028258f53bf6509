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
import type { RoomPhase } from '../../state/types.js';
import { frame } from '../../styles/frame.js';
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
 * One video room from the password to the end of the call. All other parts talk to it.
 *
 * With no children it draws everything itself; a child in one of the slots takes the place of what
 * would be drawn there. Removing the element ends the call, moving it within the page does not. What
 * its parts request is done right after the dispatch, unless somebody cancelled it. Each method gives
 * a promise that rejects with an `FfcError`; none throws. The value `false` of a boolean attribute
 * turns it off. What a property cannot take counts as left out, and the console says so once.
 *
 * @tag ffc-room
 * @summary A whole video room in one tag.
 *
 * @attr {string} lang - Language of the words (`en`, `ko`); default: the nearest one around.
 * @attr {string} dir - Writing direction; default: the nearest one around.
 * @attr {RoomState} state - Where the room is in its flow, for CSS. Written by the element, from the
 *   first change on: HTML from a server has none yet.
 *
 * @cssState muted - The own microphone is off, in a preview or a call.
 * @cssState camera-off - The own camera is off there.
 * @cssState sharing-screen - The own screen is shared.
 * @cssState pending - A switch was used, and what it asked for has not happened yet.
 * @cssState blocked - A switch cannot be turned on: the property of its name has the `error`.
 * @cssState sound-blocked - The browser wants a click before sound plays: `startAudio()`.
 * @cssState recording - The call is recorded.
 *
 * @slot - Shown in every state, below the content; parts in it talk to this room.
 * @slot idle - In place of the invitation to choose a room.
 * @slot loading - In place of the progress while the room is opened.
 * @slot scheduled - In place of the countdown to a room whose time is still to come.
 * @slot password - In place of the form for the password.
 * @slot prejoin - In place of the preview and the Join button.
 * @slot connecting - In place of the progress while the call is connected.
 * @slot waiting - In place of what says that a host was asked.
 * @slot connected - In place of the whole call: header, stage and control bar.
 * @slot header - In place of the line with the title and the number of people.
 * @slot stage - In place of the tiles.
 * @slot screen - An element of the page on the stage, such as a whiteboard, in the main place.
 * @slot control-bar - In place of the buttons of the call.
 * @slot reconnecting - In place of the line over the stage while the connection is restored.
 * @slot panel-chat - In place of the chat, while its panel is open. Each panel has such a slot.
 * @slot left - In place of the screen after leaving.
 * @slot ended - In place of the screen after the room was closed.
 * @slot removed - In place of the screen after being removed, or joining elsewhere.
 * @slot failed - In place of what went wrong.
 *
 * @csspart frame - The frame around everything, with its line.
 * @csspart view - What stands in the middle in every state but the call.
 * @csspart message - A short message with its button.
 * @csspart title - A heading: of a message, or the room's in the header.
 * @csspart text - The text of a message.
 * @csspart button - A button outside the control bar.
 * @csspart input - A field or a choice.
 * @csspart password-form - The form for the password.
 * @csspart password-toggle - Makes the password readable.
 * @csspart invalid - What is wrong with the password.
 * @csspart problem - What went wrong.
 * @csspart problem-title - What happened.
 * @csspart problem-remedy - What helps.
 * @csspart problem-stage - At what time that was.
 * @csspart problem-details - Opens the report for whoever is asked for help.
 * @csspart problem-code - That report, or the reason's code.
 * @csspart countdown - How long it is until a scheduled room starts.
 * @csspart duration - How long a call was, behind its title.
 * @csspart back - Leads back to the rooms.
 * @csspart dialog - The question whether to leave the running call.
 * @csspart dialog-title - Its title.
 * @csspart call - Header, stage and control bar.
 * @csspart header - The line above the stage.
 * @csspart recording - The sign that the call is recorded.
 * @csspart people-count - How many people are in the room.
 * @csspart lock - Says that the room has a password, or that the call is encrypted.
 * @csspart clock - How long the call has been running.
 * @csspart connection - The sign of the own connection, which opens its details.
 * @csspart copy-link - Copies the link of `invite-url`.
 * @csspart muted-hint - Tells who speaks while muted that nobody hears it.
 * @csspart panel - The panel that is open, such as the chat.
 * @csspart panel-header - Its line with the title.
 * @csspart panel-title - Its title.
 * @csspart panel-close - The button that closes it.
 * @csspart panel-scrim - What lies over the stage around a panel, in a narrow room.
 * @csspart toasts - What lies over the stage.
 * @csspart banner - The line while the connection is restored.
 * @csspart sound-bar - The line while the browser keeps the sound off.
 * @csspart notice - A failure that the call survives, that it is recorded, or that a host left.
 * @csspart preview - The preview of the prejoin.
 * @csspart permission-help - How to let the page use what is blocked.
 * @csspart connection-check - The check of the connection before the call.
 * @csspart greeting - Says by which name others see the member.
 * @csspart prejoin-form - The prejoin's name field and Join button.
 * @csspart control-bar - The row of buttons.
 * @csspart control - One button of the control bar.
 * @csspart control-label - The text of a control.
 * @csspart control-count - How many things wait behind a control.
 * @csspart menu - What a control opens, such as the choice of devices.
 * @csspart menu-item - A line of *more*.
 *
 * @cssprop [--ffc-color-accent] - Main buttons, the focus ring.
 * @cssprop [--ffc-color-on-accent] - Text on the accent colour.
 * @cssprop [--ffc-color-surface] - The background.
 * @cssprop [--ffc-color-surface-raised] - Whatever stands out from the background.
 * @cssprop [--ffc-color-on-surface] - Text.
 * @cssprop [--ffc-color-muted] - Text of less weight, icons.
 * @cssprop [--ffc-color-border] - Lines.
 * @cssprop [--ffc-color-danger] - Leaving, failures, what is off.
 * @cssprop [--ffc-color-on-danger] - Text on the danger colour.
 * @cssprop [--ffc-color-success] - What went well.
 * @cssprop [--ffc-color-tile] - A tile without a picture.
 * @cssprop [--ffc-color-speaking] - The ring around who speaks.
 * @cssprop [--ffc-radius=12px] - Corners; smaller things take two thirds of it.
 * @cssprop [--ffc-gap=8px] - Between tiles.
 * @cssprop [--ffc-font] - The font family.
 * @cssprop [--ffc-focus-ring] - The outline of what has the keyboard's focus.
 */
export class FfcRoomElement extends RoomApiElement implements RoomHandleProvider {
  static override styles = [
    tokens,
    theme,
    frame,
    utilities,
    buttonStyles,
    spinnerStyles,
    problemStyles,
    roomStyles,
  ];

  /** Loads and defines the elements of a call. The define module sets it; else the page does it. */
  static loadParts: () => Promise<unknown> = adviseOfParts;

  /** The same for what only a call draws: a preview does not wait for it, a join does. */
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
    // Only of the shadow tree: a field of the page's own, in a slot, keeps the focus.
    const hadFocus = this.#hasOwnFocus;
    super.update(changed);
    // The focus moves with the screen, and when the button that had it has gone.
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
    const messages = this.#messages;
    const shell = (to: ShellPhase, retry = this.#onRetry) => shellScreen(to, messages, retry);
    switch (phase.state) {
      case 'idle':
      case 'loading':
        return shell(phase);
      case 'connecting':
      case 'connected':
      case 'reconnecting':
        return html`${phase.state === 'connecting' ? callView?.render(phase, shell) : nothing}
        ${this.#callContent?.render(phase) ?? nothing}`;
      default:
        if (callView) return callView.render(phase, shell);
        return phase.state === 'failed' ? shell(phase) : html``;
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

  /** The phase to draw: an open room is still loading until its code and its words have come. */
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
    // Who was in the call wants to be back in it; else it starts from the beginning.
    if (this.error?.stage === 'session') this.#callView?.rejoin();
    else this.connection.open();
  };
}

/** For a page that sets no `loadParts`: where it has not defined them either, the room is empty. */
async function adviseOfParts(): Promise<void> {
  (await import('./parts-advice.js')).adviseOfParts();
}
