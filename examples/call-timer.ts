import { html, LitElement, type TemplateResult } from 'lit';
import { RoomController } from 'ffc-elements/parts';

/** A custom part that shows how long the person has been in the call, as `2:07`. */
export class CallTimer extends LitElement {
  #startedAt = 0;
  readonly #room = new RoomController(this, {
    onCall: () => (this.#startedAt = Date.now()),
    redrawEvery: 1000,
  });

  protected override render(): TemplateResult {
    const { isInCall } = this.#room.room ?? {};
    const seconds = isInCall ? Math.floor((Date.now() - this.#startedAt) / 1000) : 0;
    return html`<time>${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}</time>`;
  }
}

customElements.define('call-timer', CallTimer);
