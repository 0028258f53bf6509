import { css, html, nothing, type TemplateResult } from 'lit';
import { FfcScreenShareRequestEvent } from '../../events/request-events.js';
import { FfcScreenPauseRequestEvent } from '../../events/share-request-events.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { StageMessages } from '../../i18n/stage-messages.js';
import { pauseIcon } from '../../icons/pause.js';
import { screenShareIcon } from '../../icons/screen-share.js';
import { dispatchRequest } from '../../parts/request.js';
import { RoomController } from '../../parts/room-controller.js';
import { TrackAttachController } from '../../parts/track-attach-controller.js';
import type { TrackSnapshot } from '../../rtc/session.js';
import type { StageHost } from './stage-extras.js';

/** The bar of the local screen share, with a thumbnail, a button to pause, and one to stop. */
export class ShareBar {
  readonly #room: RoomController;

  constructor(stage: StageHost) {
    this.#room = new RoomController(stage, {
      onRoom: ({ store }, signal) => {
        const onTrack = ({ track }: { readonly track: TrackSnapshot }): void => {
          if (track.isLocal && track.source === 'screen_share') stage.requestUpdate();
        };
        store.on('track-muted', onTrack, { signal });
        store.on('track-unmuted', onTrack, { signal });
      },
    });
    new TrackAttachController(stage, {
      element: () => stage.renderRoot.querySelector<HTMLVideoElement>('.share-bar video'),
      target: () => {
        const session = this.#room.room?.store.session;
        const share = this.#share;
        return session && share ? { session, trackSid: share.sid } : undefined;
      },
    });
  }

  /** Parts: `share-bar`, `button`. */
  render(
    { tile, stopScreenShare }: RoomMessages,
    words: StageMessages,
  ): TemplateResult | typeof nothing {
    const share = this.#share;
    if (!share) return nothing;
    const [sign, text, change] = share.muted
      ? [pauseIcon, words.sharePaused, words.resumeShare]
      : [screenShareIcon, tile.sharingScreen, words.pauseShare];
    return html`
      <div class="share-bar ${share.muted ? 'paused' : ''}" part="share-bar" role="status">
        <video .muted=${true} autoplay playsinline aria-hidden="true"></video>
        <span class="share-text">${sign}<span>${text}</span></span>
        <button type="button" class="button" part="button" @click=${this.#onPause}>
          ${change}
        </button>
        <button type="button" class="button danger" part="button" @click=${this.#onStop}>
          ${stopScreenShare}
        </button>
      </div>
    `;
  }

  /** The track of the local share; undefined while none runs. */
  get #share(): TrackSnapshot | undefined {
    const { store } = this.#room.room ?? {};
    if (!store?.controls.getSnapshot().screenShare.enabled) return undefined;
    const { localIdentity = '' } = store.roster.getSnapshot();
    const { tracks = [] } = store.participant(localIdentity).getSnapshot() ?? {};
    return tracks.find(({ source }) => source === 'screen_share');
  }

  readonly #onStop = (event: Event): void => {
    this.#request(event, new FfcScreenShareRequestEvent(false));
  };

  readonly #onPause = (event: Event): void => {
    this.#request(event, new FfcScreenPauseRequestEvent({ paused: !this.#share?.muted }));
  };

  #request({ currentTarget }: Event, request: Event): void {
    const { room } = this.#room;
    if (room) dispatchRequest(currentTarget as HTMLElement, room, request);
  }
}

export const shareBarStyles = css`
  .share-bar {
    position: absolute;
    z-index: 3;
    inset-block-start: 8px;
    inset-inline: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    inline-size: max-content;
    max-inline-size: calc(100% - 16px);
    margin-inline: auto;
    padding: 6px;
    border-radius: 12px;
    background: rgb(12 14 18 / 86%);
    color: #ffffff;
    font-size: 13px;
    box-shadow: 0 4px 16px rgb(0 0 0 / 45%);
  }

  .share-bar video {
    inline-size: 80px;
    aspect-ratio: 16 / 9;
    border-radius: 8px;
    background: #000000;
    object-fit: contain;
  }

  .share-bar.paused video {
    opacity: 0.35;
  }

  .share-text {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 8px;
    padding-inline: 4px;
  }

  /* The buttons are enough on a narrow stage: text would hide faces. Screen readers still have it. */
  @container (max-width: 480px) {
    .share-bar {
      flex-wrap: nowrap;
    }

    .share-bar video {
      inline-size: 64px;
    }

    .share-text {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: clip;
      clip-path: inset(50%);
    }

    .share-bar .button {
      padding-inline: 12px;
      font-size: 13px;
    }
  }

  @media (forced-colors: active) {
    .share-bar {
      border: 1px solid CanvasText;
    }
  }
`;
