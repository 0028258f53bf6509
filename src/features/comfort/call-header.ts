import { html, type nothing, type TemplateResult } from 'lit';
import type { ComfortMessages } from '../../i18n/comfort-messages.js';
import { secureIcon } from '../../icons/secure.js';
import type { BaseElement } from '../../parts/base-element.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { isCallPhase } from '../../state/phase.js';
import { CopyLink } from '../invite/copy-link.js';

/** The clock of a call, the locks, and the button that copies the link into the room. */
export class CallHeader {
  readonly #host: BaseElement;
  readonly #room: RoomHandle;
  readonly #link: CopyLink;
  #since: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: BaseElement, room: RoomHandle) {
    this.#host = host;
    this.#room = room;
    this.#link = new CopyLink(host, () => room);
  }

  /** Starts the clock at the first call. */
  follow(): void {
    this.#since ??= Date.now();
    this.#timer ??= setInterval(this.#tick, 1000);
    this.#tick();
  }

  /** Stops the clock at the end of the call. */
  stop(): void {
    this.pause();
    this.#since = undefined;
  }

  /** Stops the clock while the room is not on a page. It goes on with the time of the same call. */
  pause(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Renders the locks and the clock. Parts: `lock`, `clock`. */
  render(messages: ComfortMessages): TemplateResult {
    const { store } = this.#room;
    const phase = store.phase.getSnapshot();
    const isLocked = isCallPhase(phase) && phase.room.policy.hasPassword;
    const isEncrypted = store.session?.roomInfo.isEncrypted === true;
    const locks = [isLocked && messages.lockedRoom, isEncrypted && messages.encryptedCall];
    return html`
      ${locks
        .filter((lock) => lock !== false)
        .map(
          (lock) =>
            html`<span class="lock" part="lock" title=${lock}
              >${secureIcon}<span class="visually-hidden">${lock}</span></span
            >`,
        )}
      <span class="clock" part="clock" role="timer" aria-label=${messages.callDuration}></span>
    `;
  }

  /** Renders the button that copies the link into the room. Part: `copy-link`. */
  renderLink(messages: ComfortMessages): TemplateResult | typeof nothing {
    return this.#link.render(messages, 'quiet');
  }

  /** Written into the DOM directly, so that the room need not render each second. */
  readonly #tick = (): void => {
    const clock = this.#host.renderRoot.querySelector('.clock');
    if (clock) clock.textContent = elapsed(Date.now() - (this.#since ?? Date.now()));
  };
}

/** Formats a length of time as `0:42`, `12:05` or `1:02:09`. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}
