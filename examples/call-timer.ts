import { html, LitElement, type TemplateResult } from 'lit';
import { RoomController } from 'ffc-elements/parts';

/** A part of a page's own: how long the person has been in the call, as `2:07`. */
export class CallTimer extends LitElement {
  readonly #room = new RoomController(this, { watch: ({ store }) => [store.phase] });
  #startedAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#run(false);
  }

  protected override willUpdate(): void {
    this.#run(this.isConnected && (this.#room.room?.isInCall ?? false));
  }

  protected override render(): TemplateResult {
    const seconds = this.#timer === undefined ? 0 : (Date.now() - this.#startedAt) / 1000;
    const rest = String(Math.floor(seconds % 60)).padStart(2, '0');
    return html`<time>${Math.floor(seconds / 60)}:${rest}</time>`;
  }

  #run(on: boolean): void {
    if (on === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#startedAt = Date.now();
    this.#timer = on ? setInterval(() => this.requestUpdate(), 1000) : undefined;
  }
}

customElements.define('call-timer', CallTimer);

declare global {
  interface HTMLElementTagNameMap {
    'call-timer': CallTimer;
  }
}
