import { html, nothing, type TemplateResult } from 'lit';
import type { ComfortMessages } from '../../i18n/comfort-messages.js';
import { FfcMicrophoneRequestEvent } from '../../events/request-events.js';
import { closeIcon } from '../../icons/close.js';
import { microphoneOffIcon } from '../../icons/microphone-off.js';
import { effectsOf } from '../../parts/room-effect.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { measureVoice } from '../voice/voice-meter.js';

/** The level from which on a sound counts as speech. */
const speech = 0.4;
/** Milliseconds of speech until the hint shows, and of silence until it disappears. */
const shownAfter = 3000;
const goneAfter = 1000;

/**
 * Shows a hint to a person who speaks while muted. It measures a copy of the local microphone, in
 * this browser only. After a dismissal it does not return until the microphone was on again.
 */
export class MutedHint {
  readonly #room: RoomHandle;
  readonly #onChange: () => void;
  #listening: AbortController | undefined;
  #isShown = false;
  #isDismissed = false;
  #spoken = 0;
  #lastFrame = 0;
  #lastVoice = 0;

  constructor(room: RoomHandle, onChange: () => void) {
    this.#room = room;
    this.#onChange = onChange;
    room.store.controls.subscribe(() => this.follow());
    room.store.phase.subscribe(() => this.follow());
  }

  /** Listens while the person is muted in the call. */
  follow(): void {
    const { store, isInCall } = this.#room;
    const { enabled, pending } = store.controls.getSnapshot().microphone;
    if (enabled) this.#isDismissed = false;
    if (!isInCall || enabled || pending || this.#isDismissed) return this.stop();
    if (this.#listening) return;
    // The hint does not open a microphone that was never opened.
    if (!this.#microphone()) return;
    this.#listening = new AbortController();
    this.#spoken = 0;
    measureVoice(
      {
        host: this.#room.host,
        track: this.#microphone,
        onLevel: this.#onLevel,
        hearsMuted: true,
      },
      this.#listening.signal,
    );
  }

  /** Stops listening, until the next {@link follow}. */
  stop(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#show(false);
  }

  /**
   * Renders the hint. The live region must exist before it has text. Parts: `muted-hint`, `button`.
   */
  render(messages: ComfortMessages): TemplateResult {
    const text = this.#isShown ? messages.youAreMuted : nothing;
    return html`
      <div class="visually-hidden" role="status">${text}</div>
      ${this.#isShown ? this.#renderToast(messages) : nothing}
    `;
  }

  #renderToast(messages: ComfortMessages): TemplateResult {
    return html`
      <div class="toast" part="muted-hint notice">
        ${microphoneOffIcon}
        <span aria-hidden="true">${messages.youAreMuted}</span>
        <button type="button" class="button primary" part="button" @click=${this.#onUnmute}>
          ${messages.unmute}
        </button>
        <button
          type="button"
          class="button quiet icon-only"
          part="button"
          aria-label=${messages.shortcutsClose}
          @click=${this.#onDismiss}
        >
          ${closeIcon}
        </button>
      </div>
    `;
  }

  /** The track of an effect is silent while the microphone that it processes is muted. */
  readonly #microphone = (): MediaStreamTrack | undefined => {
    const processed = effectsOf(this.#room).find(({ name }) => name === 'noise-suppression');
    return processed?.capturedTrack ?? this.#room.store.session?.mediaTrack('local:microphone');
  };

  readonly #onLevel = (level = 0): void => {
    const now = performance.now();
    const passed = Math.min(100, now - this.#lastFrame);
    this.#lastFrame = now;
    if (level >= speech) {
      this.#lastVoice = now;
      this.#spoken += passed;
    }
    const isQuiet = now - this.#lastVoice > goneAfter;
    if (isQuiet) this.#spoken = 0;
    this.#show(!isQuiet && (this.#isShown || this.#spoken > shownAfter));
  };

  #show(isShown: boolean): void {
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    this.#onChange();
  }

  readonly #onUnmute = (): void => {
    this.#room.host.dispatchEvent(new FfcMicrophoneRequestEvent(true));
  };

  readonly #onDismiss = (): void => {
    this.#isDismissed = true;
    this.stop();
  };
}
