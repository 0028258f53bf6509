import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { canTryAgain } from '../../core/errors.js';
import type { RetryMessages } from '../../i18n/comfort-messages.js';
import { retryWords } from '../../locales/en.js';
import type { BaseElement } from '../../parts/base-element.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { actionButton } from '../../parts/problem-view.js';
import type { RoomPhase } from '../../state/types.js';
import type { CallView } from './call-view.js';
import type { Say } from './room-announcer.js';

const seconds = 10;
/** The tries in a row. A call of at least this many milliseconds allows new ones. */
const triesAtMost = 3;
const longCall = 60_000;

/**
 * Joins again after a lost connection, at the end of a countdown that the person can stop. It counts
 * only while the page is visible and online. A page can cancel the request to join, and there is no
 * countdown where it fills the slot `failed`.
 */
export class AutoRetry implements ReactiveController {
  readonly #host: BaseElement;
  readonly #view: CallView;
  readonly #say: Say;
  readonly #words: LocaleController<RetryMessages>;
  /** The rest of the countdown in seconds; undefined without one. */
  #left: number | undefined;
  #tries = 0;
  #since = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param say Announces a text to screen readers. */
  constructor(host: BaseElement, view: CallView, say: Say) {
    const { store, options } = view.room;
    this.#host = host;
    this.#view = view;
    this.#say = say;
    this.#words = new LocaleController(
      host,
      { group: 'panels', en: retryWords },
      () => options.getSnapshot().messages,
    );
    host.addStyles([retryStyles]);
    view.countdown = () => this.#render();
    this.#since = Date.now();
    let before: RoomPhase['state'] = store.phase.getSnapshot().state;
    store.phase.subscribe((phase) => {
      if (phase.state === 'connected' && before !== 'reconnecting') this.#since = Date.now();
      if (phase.state !== before) this.#stop();
      if (phase.state === 'failed' && phase.state !== before) this.#begin(phase);
      before = phase.state;
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #begin({ error }: Extract<RoomPhase, { state: 'failed' }>): void {
    if (error.stage !== 'session' || !canTryAgain(error) || this.#view.isFilled('failed')) return;
    if (error.reason === 'connection-lost' && Date.now() - this.#since >= longCall) this.#tries = 0;
    if (this.#tries >= triesAtMost || !this.#host.isConnected) return;
    this.#left = seconds;
    this.#timer = setInterval(this.#tick, 1000);
    this.#say(this.#words.messages.retryIn(seconds));
  }

  readonly #tick = (): void => {
    if (this.#left === undefined || this.#host.ownerDocument.hidden || !navigator.onLine) return;
    this.#left--;
    this.#host.requestUpdate();
    if (this.#left > 0) return;
    this.#tries++;
    this.#stop();
    this.#view.rejoin();
  };

  readonly #stop = (): void => {
    clearInterval(this.#timer);
    if (this.#left === undefined) return;
    this.#left = undefined;
    this.#host.requestUpdate();
  };

  /** The screen around it is an alert, which must not read each second. Part: `retry`. */
  #render(): TemplateResult | typeof nothing {
    if (this.#left === undefined) return nothing;
    const { retryIn } = this.#words.messages;
    return html`<div class="actions retry" part="retry" role="timer" aria-live="off">
      <span>${retryIn(this.#left)}</span>
      ${actionButton({ label: this.#view.messages.cancel, onClick: this.#onCancel }, 'quiet')}
    </div>`;
  }

  readonly #onCancel = (): void => {
    this.#stop();
    // The clicked button is gone.
    this.#host.renderRoot.querySelector<HTMLElement>('.end h2')?.focus();
  };
}

const retryStyles = css`
  .retry {
    align-items: center;
    margin: 0;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .retry > .button {
    margin: 0;
  }
`;
