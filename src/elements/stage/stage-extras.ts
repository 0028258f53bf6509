import {
  type CSSResult,
  html,
  nothing,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { select } from '../../core/cell.js';
import { FfcScreenShareRequestEvent } from '../../events/request-events.js';
import { stageWords } from '../../locales/en.js';
import type { StageMessages } from '../../i18n/stage-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { screenShareIcon } from '../../icons/screen-share.js';
import { follow } from '../../parts/follow.js';
import type { LayoutItem, LayoutView, Place } from '../../parts/layouts.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { dispatchRequest } from '../../parts/request.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { TrackAttachController } from '../../parts/track-attach-controller.js';
import { AutomaticLayout } from './automatic-layout.js';
import { pagerView } from './pager-view.js';
import type { FullPage } from './run-layout.js';
import { SpeakerOrder } from './speaker-order.js';
import type { TileActions } from './tile-actions.js';
import { TileGlide, type GlideTarget } from './tile-glide.js';

/** These modules load with this one. */
export { laterStyles } from './later-styles.js';
export { moreLayouts } from './more-layouts.js';

/** The members of the stage that later modules use. */
export type StageHost = ReactiveControllerHost &
  HTMLElement & {
    readonly addStyles: (styles: readonly CSSResult[]) => void;
    readonly renderRoot: HTMLElement | DocumentFragment;
    readonly htmlFor: string | undefined;
    readonly forElement: Element | null | undefined;
  };

interface ExtrasContext {
  readonly messages: RoomMessages;
  readonly page: FullPage;
  readonly onTurn: (page: number) => void;
}

/**
 * The features of the stage that the start of a call does not need: the order of speakers, the bar
 * of the local share, pages.
 */
export class StageExtras {
  readonly #stage: StageHost;
  readonly #room: RoomController;
  readonly #locale: LocaleController<StageMessages>;
  #tileActions: TileActions | undefined;
  readonly #glide: TileGlide;
  readonly #automatic = new AutomaticLayout();
  readonly #speakers = new SpeakerOrder(() => this.#onSpeaker());
  #layout = '';
  #pages = 1;
  #shown: readonly string[] = [];

  constructor(stage: StageHost) {
    this.#stage = stage;
    this.#glide = new TileGlide(stage);
    this.#room = new RoomController(stage, {
      watch: ({ store }) => [select(store.controls, ({ screenShare }) => screenShare.enabled)],
      onRoom: ({ store }, signal) => {
        const unfollow = follow(store.roster, ({ activeSpeakers, localIdentity }) =>
          this.#setSpeakers(activeSpeakers.filter((identity) => identity !== localIdentity)),
        );
        signal.addEventListener('abort', () => {
          unfollow();
          this.#speakers.stop();
        });
      },
    });
    this.#locale = new LocaleController(
      stage,
      { group: 'panels', en: stageWords },
      () => this.#room.room?.options.getSnapshot().messages,
    );
    void this.#loadTools();
    new TrackAttachController(stage, {
      element: () => stage.renderRoot.querySelector<HTMLVideoElement>('.share-bar video'),
      target: () => {
        const session = this.#room.room?.store.session;
        const trackSid = this.#ownShare;
        return session && trackSid !== undefined ? { session, trackSid } : undefined;
      },
    });
  }

  /** The speaker for the main place of `focused`, and the state of the self-view. */
  get facts(): Pick<LayoutView, 'speaker' | 'selfCorner' | 'isSelfSmall'> & {
    readonly order: readonly string[];
  } {
    const { speaker, order } = this.#speakers;
    return {
      speaker: this.#layout === 'focused' ? speaker : undefined,
      order,
      ...this.#tileActions?.self.facts,
    };
  }

  /** Applies the rules of the mode `automatic`. */
  apply(room: RoomHandle, isShowing: boolean): void {
    this.#automatic.apply(room, isShowing);
    this.#layout = room.view.state.getSnapshot().layout;
  }

  /** Chooses the items for a built-in layout. The local share is a bar and no tile. */
  choose(items: readonly LayoutItem[]): readonly LayoutItem[] {
    return this.#speakers.sort(items.filter(({ kind, isLocal }) => kind !== 'screen' || !isLocal));
  }

  /** Records the page that is shown now. */
  setPage({ places, page, pages }: FullPage): void {
    const cameras = places.filter(({ item }) => item.kind === 'camera');
    this.#pages = pages;
    this.#shown = cameras.map(({ item }) => item.identity);
    const others = cameras.filter(({ item }) => !item.isLocal).map(({ item }) => item.identity);
    // The main place of `focused` shows the speaker already, and a later page was opened by the
    // person.
    const moves = pages > 1 && page === 0 && this.#layout !== 'focused';
    this.#speakers.setShown(moves ? others : undefined);
  }

  /** Lets tiles glide to their new places after a rendering. */
  glide(target: GlideTarget | undefined): void {
    this.#glide.follow(target);
  }

  /** Renders the slot `actions` of a tile. */
  readonly actions = (place: Place): TemplateResult | typeof nothing =>
    this.#tileActions?.render(place) ?? nothing;

  render({ messages, page: { page, pages, pager }, onTurn }: ExtrasContext): TemplateResult {
    const rect = pages > 1 ? pager : undefined;
    return html`
      ${rect ? pagerView({ messages, page, pages, rect, onTurn, news: this.#offPageNews() }) : nothing}
      ${this.#ownShare === undefined ? nothing : this.#renderShare(messages)}
      ${this.#tileActions?.renderMenu()}
    `;
  }

  /** Loads the tools of tiles in the background. After a failure the next stage tries again. */
  async #loadTools(): Promise<void> {
    const code = await import('./tile-actions.js').catch(() => undefined);
    if (!code) return;
    this.#stage.addStyles([code.toolStyles]);
    this.#tileActions = new code.TileActions(this.#stage);
    this.#stage.requestUpdate();
  }

  #renderShare({ tile, stopScreenShare }: RoomMessages): TemplateResult {
    return html`
      <div class="share-bar" part="share-bar" role="status">
        <video .muted=${true} autoplay playsinline aria-hidden="true"></video>
        <span class="share-text">${screenShareIcon}${tile.sharingScreen}</span>
        <button type="button" class="button danger" part="button" @click=${this.#onStop}>
          ${stopScreenShare}
        </button>
      </div>
    `;
  }

  /** Names the speakers on other pages. */
  #offPageNews(): string {
    const { room } = this.#room;
    const identity = this.#speakers.active.find((each) => !this.#shown.includes(each));
    const name = identity && room?.store.participant(identity).getSnapshot()?.member.name;
    return name ? this.#locale.messages.speaksElsewhere(name) : '';
  }

  get #ownShare(): string | undefined {
    const { room } = this.#room;
    if (!room?.store.controls.getSnapshot().screenShare.enabled) return undefined;
    const { localIdentity = '' } = room.store.roster.getSnapshot();
    const tracks = room.store.participant(localIdentity).getSnapshot()?.tracks ?? [];
    return tracks.find(({ source }) => source === 'screen_share')?.sid;
  }

  #setSpeakers(active: readonly string[]): void {
    if (String(active) === String(this.#speakers.active)) return;
    this.#speakers.setActive(active);
    if (this.#pages > 1) this.#stage.requestUpdate();
  }

  #onSpeaker(): void {
    if (this.#pages > 1 || this.#layout === 'focused') this.#stage.requestUpdate();
  }

  readonly #onStop = (event: Event): void => {
    const { room } = this.#room;
    if (!room) return;
    dispatchRequest(
      event.currentTarget as HTMLElement,
      room,
      new FfcScreenShareRequestEvent(false),
    );
  };
}
