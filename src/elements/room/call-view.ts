import { html, type TemplateResult } from 'lit';
import { AudioRenderer } from '../../parts/audio-renderer.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { redrawOn } from '../../parts/redraw-on.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { FfcJoinRequestEvent, FfcLeaveRequestEvent } from '../../events/request-events.js';
import * as sessionEvents from '../../events/session-events.js';
import { roomDictionary } from '../../i18n/room.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { isInCall } from '../../state/phase.js';
import { dialogStyles } from '../shared/dialog-styles.js';
import { fieldStyles } from '../../styles/field-styles.js';
import { callStyles } from './call-styles.js';
import { askToLeave, guardPage } from './leave-guard.js';
import { RoomAnnouncer } from './room-announcer.js';
import { bridgeEvents } from './room-events.js';
import type { RoomApiElement } from './room-api.js';
import { RoomNotices } from './room-notices.js';
import { type OpenPhase, openScreen } from './call-screens.js';
import { StallWatch } from './stall-watch.js';

/** All that an open room draws, says and plays: loaded with the first room. */
export class CallView {
  readonly #host: RoomApiElement;
  readonly #room: RoomHandle;
  readonly #locale: LocaleController<RoomMessages>;
  readonly #notices: RoomNotices;
  readonly #announcer: RoomAnnouncer;
  readonly #stall: StallWatch;
  #question: AbortController | undefined;

  constructor(host: RoomApiElement, room: RoomHandle) {
    const { store } = room;
    this.#host = host;
    this.#room = room;
    this.#locale = new LocaleController(host, roomDictionary, () => host.messages);
    this.#notices = new RoomNotices(host, store);
    this.#announcer = new RoomAnnouncer(host, store, {
      level: () => host.announce,
      messages: () => this.messages,
    });
    this.#stall = new StallWatch(store, (isStalled) => {
      const { nothingComesIn, reconnected } = this.messages;
      if (isInCall(store.phase.getSnapshot().state)) {
        this.#announcer.announce(isStalled ? nothingComesIn : reconnected);
      }
      host.requestUpdate();
    });
    guardPage({
      phase: store.phase,
      isWanted: () => !host.noLeaveConfirm,
      onPageHide: () => void store.leave().catch(alreadyTold),
    });
    bridgeEvents(store, host, Object.values(sessionEvents));
    new AudioRenderer(
      host,
      () => room,
      () => host.renderRoot.querySelector<HTMLElement>('#audio'),
    );
    redrawOn(host, store.roster, ({ identities }) => identities.length);
    redrawOn(host, store.controls, ({ canPlayAudio }) => canPlayAudio);
    host.addStyles([fieldStyles, dialogStyles, callStyles]);
  }

  /** Asks whether the running call may end; without one there is nothing to ask. */
  async confirmLeave(): Promise<boolean> {
    const { phase } = this.#room.store;
    this.#question?.abort();
    if (!isInCall(phase.getSnapshot().state) || this.#host.noLeaveConfirm) return true;
    const question = (this.#question = new AbortController());
    const { signal } = question;
    phase.subscribe(({ state }) => isInCall(state) || question.abort(), { signal });
    const root = this.#host.renderRoot as ShadowRoot;
    const leaves = await askToLeave({ root, messages: this.messages, signal });
    // The call may have ended in the meantime.
    return leaves || !isInCall(phase.getSnapshot().state);
  }

  get messages(): RoomMessages {
    return this.#locale.messages;
  }

  render(phase: OpenPhase): TemplateResult {
    const { store } = this.#room;
    return openScreen(phase, {
      messages: this.messages,
      peopleCount: store.roster.getSnapshot().identities.length,
      canPlayAudio: store.controls.getSnapshot().canPlayAudio,
      isStalled: this.#stall.isStalled,
      notice: this.#notices.error,
      isFilled: this.#isFilled,
      onPassword: this.#onPassword,
      onRejoin: this.rejoin,
      onCancel: this.#onCancel,
      onStartAudio: this.#onStartAudio,
      onDismiss: this.#onDismiss,
    });
  }

  /** What is there in every state: it must not be new when it has something to say or play. */
  renderAlways(): TemplateResult {
    return html`
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
      <div id="audio" hidden></div>
    `;
  }

  /** Asks to join again: the page may cancel it, as every request. */
  readonly rejoin = (): void => {
    this.#host.dispatchEvent(new FfcJoinRequestEvent());
  };

  readonly #isFilled = (slot: string): boolean => {
    return [...this.#host.children].some((child) => child.slot === slot);
  };

  readonly #onPassword = (password: string): void => {
    this.#room.store.submitPassword(password).catch(alreadyTold);
  };

  readonly #onCancel = (): void => {
    this.#host.dispatchEvent(new FfcLeaveRequestEvent());
  };

  readonly #onStartAudio = (): void => {
    this.#room.store.startAudio().catch(alreadyTold);
  };

  readonly #onDismiss = (): void => this.#notices.dismiss();
}

/** Failures are part of the state, and `ffc-error` tells them. */
function alreadyTold(): void {}
