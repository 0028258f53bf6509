import { html, nothing, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { RoomStore } from '../../state/types.js';
import { dismissButton } from './call-screens.js';

/** Shows over the stage that the call is recorded, until the person dismisses it. */
export class RecordingNotice {
  readonly #store: RoomStore;
  readonly #redraw: () => void;
  #isKnown = false;

  constructor(store: RoomStore, redraw: () => void) {
    this.#store = store;
    this.#redraw = redraw;
    // Each new recording is shown again.
    store.recording.subscribe(() => (this.#isKnown = false));
  }

  render(messages: RoomMessages): TemplateResult | typeof nothing {
    if (!this.#store.recording.getSnapshot() || this.#isKnown) return nothing;
    return html`
      <div class="toast" part="notice">
        <span>${messages.recordingStarted}</span>
        ${dismissButton(messages, this.#onDismiss)}
      </div>
    `;
  }

  readonly #onDismiss = (): void => {
    this.#isKnown = true;
    this.#redraw();
  };
}
