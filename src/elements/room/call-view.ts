import { html, type TemplateResult } from 'lit';
import { cameraControl } from '../../controls/camera.js';
import { microphoneControl } from '../../controls/microphone.js';
import { FfcJoinRequestEvent, FfcLeaveRequestEvent } from '../../events/request-events.js';
import { sessionEventClasses } from '../../events/session-events.js';
import { roomDictionary } from '../../i18n/room.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { loadFailureWords } from '../../parts/failure-words.js';
import { registerFeature } from '../../parts/features.js';
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

/** Draws a state without an open room; `onRetry` leads on after a failure. */
type ShellScreen = (phase: ShellPhase, onRetry?: () => void) => TemplateResult;

/** What an open room draws around a call: loaded with the first room. */
export class CallView {
  readonly notices: RoomNotices;
  readonly room: RoomHandle;
  /** For the answers of the controls. */
  readonly requests: RoomRequests;

  readonly #host: RoomApiElement;
  readonly #locale: LocaleController<RoomMessages>;
  readonly #late: Late<LateScreens>;

  /** @param onRetry Leads on after a failure. */
  constructor(host: RoomApiElement, room: RoomHandle, requests: RoomRequests, onRetry: () => void) {
    const { store } = room;
    this.#host = host;
    this.room = room;
    this.requests = requests;
    void loadFailureWords();
    this.#locale = new LocaleController(host, roomDictionary, () => host.messages);
    // A device may fail before what draws the call has come.
    this.notices = new RoomNotices(host, store);
    // The preview switches them, and a page's own buttons may, before any control is registered.
    for (const { answers } of [microphoneControl, cameraControl]) requests.add(answers);
    bridgeEvents(store, host, sessionEventClasses);
    host.addStyles([fieldStyles]);
    this.#late = new Late(
      async () => new (await import('./late-screens.js')).LateScreens(host, this, onRetry),
      () => host.requestUpdate(),
    );
  }

  get messages(): RoomMessages {
    return this.#locale.messages;
  }

  /** @param shell Draws a state without an open room, with what leads on after a failure. */
  render(phase: QuietPhase | LatePhase, shell: ShellScreen): TemplateResult {
    const { messages, isFilled } = this;
    return phase.state === 'prejoin' || phase.state === 'connecting'
      ? quietScreen(phase, { messages, isFilled, onCancel: this.#onCancel })
      : this.#renderLate(phase, shell);
  }

  /** Loads the screen of its end before there is one, so that it is shown without a network too. */
  prepareEnd(): void {
    this.#late.retry();
  }

  /** What a screen says first; empty while its code is not there. */
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

  /** What is there in every state: it must not be new when it has something to say or play. */
  renderAlways(news: string): TemplateResult {
    return html`
      <div class="visually-hidden" role="status">${news}</div>
      <div id="audio" hidden></div>
    `;
  }

  /** Whether the page has put something of its own into a slot. */
  readonly isFilled = (slot: string): boolean => {
    return [...this.#host.children].some((child) => child.slot === slot);
  };

  /** Asks to join again: the page may cancel it, as every request. */
  readonly rejoin = (): void => {
    this.#host.dispatchEvent(new FfcJoinRequestEvent());
  };

  readonly #onCancel = (): void => {
    this.#host.dispatchEvent(new FfcLeaveRequestEvent());
  };
}
