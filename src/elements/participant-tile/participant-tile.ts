import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { LocaleController } from '../../parts/locale-controller.js';
import { memoized } from '../../parts/memoized.js';
import { RoomController } from '../../parts/room-controller.js';
import { TrackAttachController } from '../../parts/track-attach-controller.js';
import { addRoomWords, roomDictionary } from '../../parts/room-words.js';
import { microphoneOffIcon } from '../../icons/microphone-off.js';
import { personIcon } from '../../icons/person.js';
import { screenShareIcon } from '../../icons/screen-share.js';
import { type Readable, select } from '../../core/cell.js';
import type { ParticipantSnapshot, RoomStore } from '../../state/types.js';
import { tokens } from '../../styles/tokens.js';
import { choice, text } from '../shared/converters.js';
import { FfcPartElement } from '../shared/part-element.js';
import { classNames } from '../shared/class-names.js';
import { cssProps } from '../shared/css-props.js';
import { isRearCamera, VideoFitController } from '../shared/video-fit.js';
import { AvatarView } from './avatar-view.js';
import { participantTileStyles } from './participant-tile-styles.js';
import { hueOf } from '../../parts/avatar.js';
import { loadTileExtras, newTileExtras } from './load-extras.js';
import { noSigns, type TileContent } from './tile-content.js';
import type { TileExtras } from './tile-extras.js';
import { drawnValues, tileState, type TileSource } from './tile-state.js';
import { labelOf, nameOf } from './tile-words.js';
import { callWords } from '../../locales/en.js';

addRoomWords(callWords);

/**
 * One participant's camera or screen: the video, or an avatar without one. It shows the name, a
 * muted microphone, speech, and a bad connection. Place it inside `<ffc-room>`, or anywhere with
 * `for`. It renders again only when its own participant changes.
 *
 * The attributes `speaking`, `audio-muted`, `video-muted`, `local` and
 * `quality="excellent|good|poor|lost"` are set by the element, for CSS. It sets them at its first
 * rendering in a browser, and overwrites other values.
 *
 * @tag ffc-participant-tile
 * @summary One participant's camera or screen.
 *
 * @slot - Content over the picture.
 * @slot avatar - Replaces the avatar of a participant whose camera is off.
 * @slot placeholder - Replaces the silhouette that shows without a participant.
 * @slot name - Replaces the name.
 * @slot badge - More badges beside the name.
 * @slot actions - Buttons in the upper corner.
 *
 * @csspart tile - The whole tile.
 * @csspart video - The video.
 * @csspart avatar - The round picture or the initials.
 * @csspart name - The name.
 * @csspart role - The person's role in the call, unless everybody has the same.
 * @csspart badge - The sign for a muted microphone.
 * @csspart hand - The sign for a raised hand, with its number in the queue.
 * @csspart reaction - A reaction, over the picture for some seconds.
 * @csspart level - The bars that follow the voice of a speaker.
 * @csspart stalled - The notice that the video has stalled.
 * @csspart quality - The sign for a poor or lost connection.
 *
 * @cssproperty --ffc-tile-radius - Radius of the corners. Default: `--ffc-radius`.
 * @cssproperty --ffc-tile-fit - How the video fills the tile (`object-fit`). Default: `cover`, and
 *   `contain` for screens and for video whose shape is far from that of the tile.
 * @cssproperty --ffc-tile-aspect-ratio - Shape of a tile whose height is not given. Default `16 / 9`.
 */
export class FfcParticipantTileElement extends FfcPartElement {
  static override styles = [tokens, participantTileStyles];
  // Without decorators: their helpers would be a hundredth of the code that a preview loads.
  static override properties: PropertyDeclarations = {
    identity: { converter: text() },
    source: { converter: choice(['camera', 'screen_share'], 'camera') },
  };

  /** The identity of the tile's participant. Default: the local participant. */
  identity: string | undefined;

  /** The picture to show: `camera` or `screen_share`. The local screen is not played back. */
  source: TileSource = 'camera';

  readonly #room = new RoomController(this, {
    watch: (room) => {
      const { store, options } = room;
      const signs = this.#extras?.cells(room, this.#identity, this.#source) ?? [];
      const drawn = this.#drawnOf(store.participant(this.#identity), this.#source);
      // The identity of the local participant is known only once connected.
      const cells = [drawn, options, ...signs];
      return this.identity ? cells : [...cells, this.#localIdentityOf(store)];
    },
  });
  readonly #locale = new LocaleController(
    this,
    roomDictionary,
    () => this.#room.room?.options.getSnapshot().messages,
  );
  readonly #playing = new TrackAttachController(this, {
    element: () => this.#video,
    target: () => {
      const session = this.#room.room?.store.session;
      const picture = this.#drawn?.tile.picture;
      return session && picture?.kind === 'video' ? { session, trackSid: picture.sid } : undefined;
    },
  });
  readonly #fit = new VideoFitController(this, () => this.#video);
  readonly #avatar = new AvatarView(this);
  readonly #drawnOf = memoized(
    (participant: Readable<ParticipantSnapshot | undefined>, source: TileSource) =>
      select(participant, (snapshot) => drawnValues(snapshot, source)),
  );
  readonly #localIdentityOf = memoized((store: RoomStore) =>
    select(store.roster, ({ localIdentity }) => localIdentity),
  );
  #drawn: TileContent | undefined;
  #extras: TileExtras | undefined;

  constructor() {
    super();
    this.#addExtras();
  }

  /** The current state of the participant; undefined while nobody in the room has this identity. */
  get participant(): ParticipantSnapshot | undefined {
    return this.#room.room?.store.participant(this.#identity).getSnapshot();
  }

  protected override update(changed: PropertyValues<this>): void {
    const { participant } = this;
    const { room } = this.#room;
    this.#drawn = participant && {
      participant,
      tile: tileState(participant, this.#source),
      name: nameOf(participant, this.#source, this.#locale.messages),
      signs: this.#extras?.signs(room, participant.identity, this.#source) ?? noSigns,
    };
    super.update(changed);
  }

  protected override firstUpdated(): void {
    if (!this.#extras) void loadTileExtras().then(() => this.#addExtras());
  }

  protected override updated(): void {
    const { participant, tile } = this.#drawn ?? {};
    this.toggleAttribute('speaking', tile?.speaking ?? false);
    this.toggleAttribute('audio-muted', tile?.audioMuted ?? false);
    this.toggleAttribute('video-muted', tile?.videoMuted ?? false);
    this.toggleAttribute('local', participant?.isLocal ?? false);
    const quality = tile?.quality ?? 'unknown';
    if (quality === 'unknown') this.removeAttribute('quality');
    else if (quality !== this.getAttribute('quality')) this.setAttribute('quality', quality);
  }

  protected override render(): TemplateResult {
    const drawn = this.#drawn;
    const extras = this.#extras;
    const { messages } = this.#locale;
    const label = drawn
      ? labelOf(drawn.name, drawn.tile, drawn.signs, messages)
      : messages.tile.nobody;
    return html`
      <div class="tile" part="tile" role="group" aria-label=${label}>
        ${drawn ? this.#renderPicture(drawn) : this.#renderNobody()}
        <div class="overlay"><slot></slot></div>
        <div class="top">
          ${(drawn && extras?.connection(drawn, messages)) ?? nothing}
          <slot name="actions"></slot>
        </div>
        ${(drawn && extras?.over(drawn, messages)) ?? nothing}
        ${drawn ? this.#renderPlate(drawn) : nothing}
        <div class="ring"></div>
      </div>
    `;
  }

  #renderPicture({ participant, tile: { picture } }: TileContent): TemplateResult {
    if (picture.kind === 'own-screen') {
      return html`<div class="message">
        ${screenShareIcon}${this.#locale.messages.tile.sharingScreen}
      </div>`;
    }
    if (picture.kind === 'avatar') return this.#renderWaiting(participant, false);
    const waiting = !this.#playing.hasPicture;
    const screen = this.#source === 'screen_share';
    const classes = {
      screen,
      mirrored: participant.isLocal && !screen && !isRearCamera(this.#video),
      waiting,
      contained: this.#fit.isContained,
      stalled: picture.isStalled,
    };
    return html`
      ${waiting ? this.#renderWaiting(participant, true) : nothing}
      <video
        part="video"
        class=${classNames(classes)}
        ${cssProps({ '--_hue': String(hueOf(participant.identity)) })}
        .muted=${true}
        autoplay
        playsinline
        aria-hidden="true"
      ></video>
      ${waiting ? html`<div class="shimmer"></div>` : nothing}
    `;
  }

  /**
   * Renders the placeholder of a screen: no avatar, as a screen has no face. Text shows only while
   * the video is starting.
   */
  #renderWaiting(participant: ParticipantSnapshot, isComing: boolean): TemplateResult {
    if (this.#source === 'camera') return this.#avatar.render(participant);
    const { startsToShare } = this.#locale.messages.tile;
    return html`<div class="message" role="status">
      ${screenShareIcon}${isComing ? startsToShare(participant.member.name) : nothing}
    </div>`;
  }

  #renderNobody(): TemplateResult {
    const missing = this.#room.missingId;
    if (missing) {
      return html`<p class="message">${this.#locale.messages.tile.noRoom(missing)}</p>`;
    }
    return html`<slot name="placeholder">
      <span class="avatar nobody" aria-hidden="true">${personIcon}</span>
    </slot>`;
  }

  #renderPlate(drawn: TileContent): TemplateResult {
    const { participant, tile, name, signs } = drawn;
    return html`
      <div class="bottom">
        <div class="plate">
          ${this.#extras?.hand(signs) ?? nothing}
          ${
            tile.audioMuted
              ? html`<span class="badge" part="badge">${microphoneOffIcon}</span>`
              : nothing
          }
          <slot name="name"
            ><span
              class="name"
              part="name"
              dir=${name === participant.member.name ? 'auto' : nothing}
              title=${name}
              >${name}</span
            ></slot
          >
          ${
            tile.role
              ? html`<span class="role" part="role"
                  >${this.#locale.messages.tile.role(tile.role)}</span
                >`
              : nothing
          }
          <slot name="badge"></slot>
          ${this.#extras?.level(drawn) ?? nothing}
        </div>
      </div>
    `;
  }

  /** Adds the signs once their code has loaded. */
  #addExtras(): void {
    this.#extras ??= newTileExtras({
      host: this,
      participant: () => this.#room.room?.store.participant(this.#identity),
    });
    if (this.hasUpdated) this.requestUpdate();
  }

  get #identity(): string {
    return this.identity || this.#room.room?.store.roster.getSnapshot().localIdentity || '';
  }

  get #source(): TileSource {
    return this.source === 'screen_share' ? 'screen_share' : 'camera';
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }
}
