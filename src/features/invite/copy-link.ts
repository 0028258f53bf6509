import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { InviteMessages } from '../../i18n/comfort-messages.js';
import { linkIcon } from '../../icons/link.js';
import type { RoomHandle } from '../../parts/room-handle.js';

/** The milliseconds for which the button shows that the link was copied. */
const copiedFor = 2500;

/** The button that copies the link into the room. It exists only with a link. */
export class CopyLink {
  readonly #host: ReactiveControllerHost;
  readonly #room: () => RoomHandle | undefined;
  #copied: keyof InviteMessages = 'copyInvite';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, room: () => RoomHandle | undefined) {
    this.#host = host;
    this.#room = room;
  }

  /** The address of an invitation, if it is one of the web. */
  get link(): string | undefined {
    const address = this.#room()?.options.getSnapshot().inviteUrl;
    if (!address || !URL.canParse(address, document.baseURI)) return undefined;
    const { protocol, href } = new URL(address, document.baseURI);
    return /^https?:$/.test(protocol) ? href : undefined;
  }

  /** Part: `copy-link`. */
  render(messages: InviteMessages, look: string): TemplateResult | typeof nothing {
    const { link } = this;
    if (!link) return nothing;
    return html`<button
      type="button"
      class="button copy-link ${look}"
      part="copy-link button"
      title=${messages.copyInvite}
      @click=${() => void this.copy(link)}
    >
      ${linkIcon}<span class=${this.#copied === 'copyInvite' ? 'copy-label' : ''} role="status"
        >${messages[this.#copied]}</span
      >
    </button>`;
  }

  /** Copies the link, and shows how that went. */
  async copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.#show('inviteCopied');
    } catch {
      this.#show('inviteNotCopied');
    }
    // A second click shows the word as long as the first one.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show('copyInvite'), copiedFor);
  }

  #show(copied: keyof InviteMessages): void {
    this.#copied = copied;
    this.#host.requestUpdate();
  }
}
