import { html, nothing, type TemplateResult } from 'lit';
import type { ComfortMessages } from '../../i18n/comfort-messages.js';
import { linkIcon } from '../../icons/link.js';
import { secureIcon } from '../../icons/secure.js';
import type { BaseElement } from '../../parts/base-element.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { isCallPhase } from '../../state/phase.js';

/** The milliseconds for which the button shows that the link was copied. */
const copiedFor = 2500;

/** The clock of a call, the locks, and the button that copies the link into the room. */
export class CallHeader {
  readonly #host: BaseElement;
  readonly #room: RoomHandle;
  #since: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #copied: 'no' | 'yes' | 'failed' = 'no';
  #copiedTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: BaseElement, room: RoomHandle) {
    this.#host = host;
    this.#room = room;
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
    const link = httpUrl(this.#room.options.getSnapshot().inviteUrl);
    if (!link) return nothing;
    return html`<button
      type="button"
      class="button quiet copy-link"
      part="copy-link button"
      title=${messages.copyInvite}
      @click=${() => void this.#copy(link)}
    >
      ${linkIcon}<span class=${this.#copied === 'no' ? 'copy-label' : ''} role="status"
        >${
          {
            no: messages.copyInvite,
            yes: messages.inviteCopied,
            failed: messages.inviteNotCopied,
          }[this.#copied]
        }</span
      >
    </button>`;
  }

  async #copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.#setCopied('yes');
    } catch {
      this.#setCopied('failed');
    }
    // A second click shows the word as long as the first one.
    clearTimeout(this.#copiedTimer);
    this.#copiedTimer = setTimeout(() => this.#setCopied('no'), copiedFor);
  }

  #setCopied(copied: 'no' | 'yes' | 'failed'): void {
    this.#copied = copied;
    this.#host.requestUpdate();
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

function httpUrl(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address, document.baseURI)) return undefined;
  const { protocol, href } = new URL(address, document.baseURI);
  return /^https?:$/.test(protocol) ? href : undefined;
}
