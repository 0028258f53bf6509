import { css, html, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { signalGoodIcon } from '../../icons/signal-good.js';
import { signalLostIcon } from '../../icons/signal-lost.js';
import { signalPoorIcon } from '../../icons/signal-poor.js';
import type { BaseElement } from '../../parts/base-element.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { ConnectionQuality } from '../../rtc/session.js';

const signStyles = css`
  .connection {
    flex: none;
  }

  .connection:is(.poor, .lost) {
    color: var(--_danger);
  }

  @container (max-width: 420px) {
    .header {
      gap: 4px;
    }
  }
`;

/**
 * The sign of the local connection's quality in the header of a call. A click opens the details.
 */
export class ConnectionSign {
  readonly #host: BaseElement;
  readonly #room: RoomHandle;

  constructor(host: BaseElement, room: RoomHandle) {
    this.#host = host;
    this.#room = room;
    host.addStyles([signStyles]);
    room.store.on('quality-change', ({ participant }) => {
      if (participant.isLocal) host.requestUpdate();
    });
  }

  render({ quality }: RoomMessages): TemplateResult {
    const { store } = this.#room;
    const { localIdentity = '' } = store.roster.getSnapshot();
    const now = store.participant(localIdentity).getSnapshot()?.quality ?? 'unknown';
    return html`
      <button
        type="button"
        class="button quiet icon-only connection ${now}"
        part="connection button"
        aria-haspopup="dialog"
        aria-label=${quality[now]}
        title=${quality[now]}
        @click=${this.#onClick}
      >
        ${iconOf(now)}
      </button>
    `;
  }

  readonly #onClick = (): void => {
    // After a failed load, the next click tries again.
    import('../../features/connection/connection-details.js').then(
      (code) => code.showConnection(this.#host, this.#room),
      () => {},
    );
  };
}

function iconOf(quality: ConnectionQuality): TemplateResult {
  if (quality === 'lost') return signalLostIcon;
  return quality === 'poor' ? signalPoorIcon : signalGoodIcon;
}
