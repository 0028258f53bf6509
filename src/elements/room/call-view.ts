import { html, type TemplateResult } from 'lit';
import { cameraControl } from '../../controls/camera.js';
import { microphoneControl } from '../../controls/microphone.js';
import { FfcJoinRequestEvent, FfcLeaveRequestEvent } from '../../events/request-events.js';
import * as sessionEvents from '../../events/session-events.js';
import { roomDictionary } from '../../i18n/room.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { fieldStyles } from '../../styles/field-styles.js';
import { passwordStyles } from './password-view.js';
import { type QuietPhase, quietScreen } from './quiet-screens.js';
import type { RoomApiElement } from './room-api.js';
import { bridgeEvents } from './room-events.js';
import { RoomNotices } from './room-notices.js';
import type { RoomRequests } from './room-requests.js';

/** What an open room draws around a call: loaded with the first room. */
export class CallView {
  readonly notices: RoomNotices;
  readonly room: RoomHandle;
  /** For the answers of the controls. */
  readonly requests: RoomRequests;

  readonly #host: RoomApiElement;
  readonly #locale: LocaleController<RoomMessages>;

  constructor(host: RoomApiElement, room: RoomHandle, requests: RoomRequests) {
    const { store } = room;
    this.#host = host;
    this.room = room;
    this.requests = requests;
    this.#locale = new LocaleController(host, roomDictionary, () => host.messages);
    // A device may fail before what draws the call has come.
    this.notices = new RoomNotices(host, store);
    // The preview switches them, and a page's own buttons may, before any control is registered.
    for (const { answers } of [microphoneControl, cameraControl]) requests.add(answers);
    bridgeEvents(store, host, Object.values(sessionEvents));
    host.addStyles([fieldStyles, passwordStyles]);
  }

  get messages(): RoomMessages {
    return this.#locale.messages;
  }

  render(phase: QuietPhase): TemplateResult {
    return quietScreen(phase, {
      messages: this.messages,
      isFilled: this.isFilled,
      onPassword: this.#onPassword,
      onRejoin: this.rejoin,
      onCancel: this.#onCancel,
    });
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

  readonly #onPassword = (password: string): void => {
    // A failure is part of the state, and `ffc-error` says it.
    this.room.store.submitPassword(password).catch(() => {});
  };

  readonly #onCancel = (): void => {
    this.#host.dispatchEvent(new FfcLeaveRequestEvent());
  };
}
