import { html, nothing, type TemplateResult } from 'lit';
import type { NewsMessages } from '../../i18n/comfort-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { microphoneOffIcon } from '../../icons/microphone-off.js';
import type { BaseElement } from '../../parts/base-element.js';
import type { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { dismissButton } from './call-screens.js';
import type { Say } from './room-announcer.js';

/** The milliseconds of silence after which the notice shows: many start by listening. */
const shownAfter = 5000;

/**
 * Tells a person that their microphone is on but records only silence, until they are heard, turn it
 * off, or dismiss the notice.
 */
export class SilenceNotice {
  readonly #host: BaseElement;
  readonly #words: LocaleController<NewsMessages>;
  #isShown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param say Announces a text to screen readers. */
  constructor(
    host: BaseElement,
    room: RoomHandle,
    words: LocaleController<NewsMessages>,
    say: Say,
  ) {
    const { store } = room;
    this.#host = host;
    this.#words = words;
    const isOn = (): boolean => room.isInCall && store.controls.getSnapshot().microphone.enabled;
    host.addEventListener('ffc-silence-detected', ({ target }) => {
      if (target !== host || !isOn()) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#show(true);
        say(words.messages.microphoneSilent);
      }, shownAfter);
    });
    const hideWhenOff = (): unknown => isOn() || this.#show(false);
    store.controls.subscribe(hideWhenOff);
    store.phase.subscribe(hideWhenOff);
    store.roster.subscribe(({ activeSpeakers, localIdentity = '' }) => {
      if (activeSpeakers.includes(localIdentity)) this.#show(false);
    });
  }

  render(messages: RoomMessages): TemplateResult | typeof nothing {
    if (!this.#isShown) return nothing;
    return html`
      <div class="toast" part="notice">
        ${microphoneOffIcon}
        <span>${this.#words.messages.microphoneSilent}</span>
        ${dismissButton(messages, () => this.#show(false))}
      </div>
    `;
  }

  #show(isShown: boolean): void {
    clearTimeout(this.#timer);
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    this.#host.requestUpdate();
  }
}
