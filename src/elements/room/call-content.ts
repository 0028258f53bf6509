import { nothing, type TemplateResult } from 'lit';
import { loadFailed } from '../../core/errors.js';
import { FfcErrorEvent } from '../../events/error-event.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { AudioRenderer } from '../../parts/audio-renderer.js';
import { loadOwnPanels } from '../../parts/own-panels.js';
import { follow } from '../../parts/follow.js';
import { requestUpdateOn } from '../../parts/request-update-on.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { signalTopic } from '../../parts/signs.js';
import { type CallPhase, isCallPhase, isInCall } from '../../state/phase.js';
import { callScreen } from './call-screens.js';
import { callStyles } from './call-styles.js';
import type * as Extras from './call-extras.js';
import type { CallExtras } from './call-extras.js';
import type * as Toasts from './call-toasts.js';
import type { CallToasts } from './call-toasts.js';
import type { CallView } from './call-view.js';
import { guardPage } from './leave-guard.js';
import type { PanelHost } from './panel-host.js';
import type { QuietPhase } from './quiet-screens.js';
import type { RoomApiElement } from './room-api.js';
import { callAnswers } from './view-requests.js';
import { callWords } from '../../locales/en.js';
import { addRoomWords } from '../../parts/room-words.js';

addRoomWords(callWords);

/** The code that loads in the background of a call, once for all rooms of the page. */
interface LaterCode {
  readonly extras: typeof Extras;
  readonly toasts: typeof Toasts;
}

let later: LaterCode | undefined;

/** Renders and plays a call. It loads in the background of the preview, and a join waits for it. */
export class CallContent {
  readonly #host: RoomApiElement;
  readonly #room: RoomHandle;
  readonly #view: CallView;
  #madeExtras: CallExtras | undefined;
  #toasts: CallToasts | undefined;
  #question: AbortController | undefined;
  #panels: PanelHost | undefined;
  #hasCaptions = false;

  constructor(host: RoomApiElement, view: CallView) {
    const { room, requests } = view;
    const { store } = room;
    this.#host = host;
    this.#room = room;
    this.#view = view;
    guardPage({
      phase: store.phase,
      isWanted: () => !host.noLeaveConfirm,
      onPageHide: () => void store.leave().catch(alreadyNotified),
    });
    new AudioRenderer(
      host,
      () => room,
      () => host.renderRoot.querySelector<HTMLElement>('#audio'),
    );
    requestUpdateOn(host, store.roster, ({ identities }) => identities.length);
    requestUpdateOn(host, store.recording, (recording) => recording);
    requestUpdateOn(host, store.controls, ({ canPlayAudio }) => canPlayAudio);
    this.#followMessages();
    requests.addOwn(callAnswers);
    host.addStyles([callStyles]);
    view.prepareEnd();
    room.view.state.subscribe(() => void this.#loadPanels());
    void this.#loadPanels();
    follow(store.phase, () => void this.#loadExtras());
  }

  /** Asks the person whether the running call may end. Without a call it resolves to true. */
  async confirmLeave(): Promise<boolean> {
    const { phase } = this.#room.store;
    this.#question?.abort();
    if (!isInCall(phase.getSnapshot().state) || this.#host.noLeaveConfirm) return true;
    const question = (this.#question = new AbortController());
    const { signal } = question;
    phase.subscribe(({ state }) => isInCall(state) || question.abort(), { signal });
    const leaves = await this.#ask(signal);
    // The call may have ended in the meantime.
    return leaves || !isInCall(phase.getSnapshot().state);
  }

  /**
   * Renders the screen of the call. In the preview it is rendered ahead and hidden: after a click on
   * Join, neither the connection nor the first picture waits for it.
   */
  render(phase: CallPhase | QuietPhase): TemplateResult | typeof nothing {
    const { store } = this.#room;
    const extras = this.#extras;
    return callScreen(phase.room, {
      isAhead: !isCallPhase(phase),
      messages: this.#messages,
      level: this.#host.headingLevel,
      peopleCount: store.roster.getSnapshot().identities.length,
      isRecording: store.recording.getSnapshot(),
      notice: this.#view.notices,
      onDismiss: this.#onDismiss,
      toasts:
        (isCallPhase(phase) && this.#toasts?.render(phase, extras?.isStalled ?? false)) || nothing,
      header: this.#toasts?.comfort?.renderHeader(),
      headerEnd: this.#toasts?.renderHeaderEnd(),
      overlay: this.#hasCaptions ? this.#toasts?.comfort?.renderOverlay() : nothing,
      panel: this.#panels?.render() ?? nothing,
      isCovered: this.#panels?.coversStage ?? false,
      isFilled: this.#view.isFilled,
    });
  }

  /** The text of the room's live region. */
  get news(): string {
    return this.#extras?.news ?? '';
  }

  /** Loads the code that reads hands, reactions and captions, with the first message of each kind. */
  #followMessages(): void {
    const { store } = this.#room;
    // After a failed load, the next message tries again.
    store.on('data', (message) => {
      if (message.topic !== signalTopic) return;
      this.#room.use('signals').then((signals) => signals.receive(message), alreadyNotified);
    });
    let received: Promise<unknown> = Promise.resolve();
    store.on('transcription', (piece) => {
      this.#hasCaptions = true;
      this.#host.requestUpdate();
      // One after the other: a piece replaces an earlier one with its id.
      received = received
        .then(loadOwnPanels)
        .then(() => this.#room.use('captions'))
        .then((captions) => captions.receive(piece), alreadyNotified);
    });
  }

  /** Loads the code that renders panels, with the first opened panel. Never rejects. */
  async #loadPanels(): Promise<void> {
    const { view } = this.#room;
    if (this.#panels || !view.state.getSnapshot().panel) return;
    try {
      const [{ PanelHost }] = await Promise.all([import('./panel-host.js'), loadOwnPanels()]);
      this.#panels ??= new PanelHost(this.#host, this.#room, this.#view);
      this.#host.requestUpdate();
    } catch (cause) {
      const { panel } = view.state.getSnapshot();
      view.closePanel();
      this.#notifyOfMissing('The code of panels', cause, () => {
        this.#onDismiss();
        if (panel) view.openPanel(panel);
      });
    }
  }

  /**
   * The extras of the call; undefined while their code loads. If it has loaded, they are created at
   * once.
   */
  get #extras(): CallExtras | undefined {
    if (this.#madeExtras || !later) return this.#madeExtras;
    const extras = new later.extras.CallExtras(this.#host, this.#view);
    this.#toasts = new later.toasts.CallToasts(this.#host, this.#view, extras.announce);
    this.#host.requestUpdate();
    return (this.#madeExtras = extras);
  }

  /** Loads the extras. Never rejects; each new state of the call tries again. */
  async #loadExtras(): Promise<CallExtras | undefined> {
    try {
      if (!later) {
        const code = [import('./call-extras.js'), import('./call-toasts.js')] as const;
        const [extras, toasts] = await Promise.all(code);
        later = { extras, toasts };
      }
      const { notices } = this.#view;
      if (notices.retry === this.#onRetry) notices.show(undefined);
    } catch (cause) {
      if (isInCall(this.#room.store.phase.getSnapshot().state)) {
        this.#notifyOfMissing('Code of the call', cause, this.#onRetry);
      }
    }
    return this.#extras;
  }

  /** Asks the question. When its code fails to load, the call goes on. */
  async #ask(signal: AbortSignal): Promise<boolean> {
    const asks = this.#extras ?? (await this.#loadExtras());
    return !signal.aborted && !!(await asks?.askToLeave(signal));
  }

  #notifyOfMissing(what: string, cause: unknown, retry: () => void): void {
    const error = loadFailed(`${what} could not be loaded.`, cause);
    this.#view.notices.show(error, retry);
    this.#host.dispatchEvent(new FfcErrorEvent({ error }));
  }

  get #messages(): RoomMessages {
    return this.#view.messages;
  }

  readonly #onRetry = (): void => void this.#loadExtras();

  readonly #onDismiss = (): void => this.#view.notices.show(undefined);
}

/** Ignores a failure: the store puts it into its state and emits `ffc-error`. */
function alreadyNotified(): void {}
