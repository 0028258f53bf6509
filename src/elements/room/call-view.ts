import { html, type ReactiveController, type TemplateResult } from 'lit';
import { cameraControl } from '../../controls/camera.js';
import { microphoneControl } from '../../controls/microphone.js';
import { FfcJoinRequestEvent, FfcLeaveRequestEvent } from '../../events/request-events.js';
import { sessionEventClasses } from '../../events/session-events.js';
import { loadFailureWords, roomDictionary } from '../../parts/room-words.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { registerFeature } from '../../parts/features.js';
import { follow } from '../../parts/follow.js';
import { registeredControls } from '../../parts/registered-controls.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { fieldStyles } from '../../styles/field-styles.js';
import { Late } from './late.js';
import type { LatePhase, LateScreens, ToldPhase } from './late-screens.js';
import { type QuietPhase, quietScreen } from './quiet-screens.js';
import type { RoomApiElement } from './room-api.js';
import { bridgeEvents } from './room-events.js';
import { RoomNotices } from './room-notices.js';
import type { RoomRequests } from './room-requests.js';
import { type ShellPhase, view } from './shell-screens.js';

registerFeature('signals', () => import('../../features/signals/signals-feature.js'));

/** Loads the answers of a call, which a preview does not have. */
const ofCall = async () => (await import('./view-requests.js')).callAnswers;
const ofSignals = async () => (await import('./signal-answers.js')).signalAnswers;

/** The requests whose answers load later. A request that comes earlier waits for them. */
const lateAnswers: Readonly<Record<string, typeof ofCall>> = {
  'ffc-layout-request': ofCall,
  'ffc-panel-request': ofCall,
  'ffc-pin-request': ofCall,
  'ffc-screen-share-request': ofCall,
  'ffc-captions-request': ofSignals,
  'ffc-hand-request': ofSignals,
  'ffc-reaction-request': ofSignals,
};

/** Renders a state without an open room. `onRetry` is the action after a failure. */
type ShellScreen = (phase: ShellPhase, onRetry?: () => void) => TemplateResult;

/** Renders the screens around a call. It loads with the first opened room. */
export class CallView implements ReactiveController {
  readonly notices: RoomNotices;
  readonly room: RoomHandle;
  /** The answers to requests, to which those of the controls are added. */
  readonly requests: RoomRequests;

  /** Renders the countdown to the next try after a failure, once its code has loaded. */
  declare countdown: (() => unknown) | undefined;

  readonly #host: RoomApiElement;
  readonly #locale: LocaleController<RoomMessages>;
  readonly #late: Late<LateScreens>;
  #unsubscribe: (() => void) | undefined;

  /** @param onRetry The action of the button after a failure. */
  constructor(host: RoomApiElement, room: RoomHandle, requests: RoomRequests, onRetry: () => void) {
    const { store } = room;
    this.#host = host;
    this.room = room;
    this.requests = requests;
    void loadFailureWords();
    this.#locale = new LocaleController(host, roomDictionary, () => host.messages);
    // Created now, because a device may fail before the code that renders the call has loaded.
    this.notices = new RoomNotices(host, store);
    // The preview and the page's own buttons use these answers before any control is registered.
    for (const { answers } of [microphoneControl, cameraControl]) requests.addOwn(answers);
    for (const [type, load] of Object.entries(lateAnswers)) {
      requests.addOwn({ [type]: async (...request) => (await load())[type]?.(...request) });
    }
    host.addController(this);
    bridgeEvents(store, host, sessionEventClasses);
    host.addStyles([fieldStyles]);
    this.#late = new Late(
      async () => new (await import('./late-screens.js')).LateScreens(host, this, onRetry),
      () => host.requestUpdate(),
    );
  }

  hostConnected(): void {
    // All rooms share this cell: the subscription must end with the element.
    this.#unsubscribe = follow(registeredControls, (controls) => {
      for (const { answers } of controls) this.requests.add(answers);
    });
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  get messages(): RoomMessages {
    return this.#locale.messages;
  }

  /** @param shell Renders a state without an open room. */
  render(phase: QuietPhase | LatePhase, shell: ShellScreen): TemplateResult {
    const { messages, isFilled } = this;
    return phase.state === 'prejoin' || phase.state === 'connecting'
      ? quietScreen(phase, { messages, isFilled, onCancel: this.#onCancel })
      : this.#renderLate(phase, shell);
  }

  /** Loads the screens of the end during the call, so that they also show without a network. */
  prepareEnd(): void {
    this.#late.retry();
  }

  /** The title of a screen; empty until its code has loaded. */
  endTitle(phase: ToldPhase): string {
    return this.#late.current?.titleOf(phase) ?? '';
  }

  #renderLate(phase: LatePhase, shell: ShellScreen): TemplateResult {
    const late = this.#late;
    const screen = this.isFilled(phase.state) ? '' : late.get()?.render(phase);
    if (screen !== undefined) return view(html`<slot name=${phase.state}>${screen}</slot>`);
    if (phase.state === 'failed') return shell(phase);
    const { error } = late;
    if (!error) return shell({ state: 'loading', roomId: '' });
    return shell({ state: 'failed', error, room: phase.room }, late.retry);
  }

  /**
   * Renders the content of every state: a live region and players must exist before they are used.
   */
  renderAlways(news: string): TemplateResult {
    return html`
      <div class="visually-hidden" role="status">${news}</div>
      <div id="audio" hidden></div>
    `;
  }

  /** Whether the page fills a slot. */
  readonly isFilled = (slot: string): boolean => {
    return [...this.#host.children].some((child) => child.slot === slot);
  };

  /** Requests to join again. The page can cancel it like every request. */
  readonly rejoin = (): void => {
    this.#host.dispatchEvent(new FfcJoinRequestEvent());
  };

  readonly #onCancel = (): void => {
    this.#host.dispatchEvent(new FfcLeaveRequestEvent());
  };
}
