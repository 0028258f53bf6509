import {
  type CSSResult,
  html,
  nothing,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { select } from '../../core/cell.js';
import { stageWords } from '../../locales/en.js';
import type { StageMessages } from '../../i18n/stage-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { follow } from '../../parts/follow.js';
import type { LayoutItem, LayoutView, Place } from '../../parts/layouts.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { AutomaticLayout } from './automatic-layout.js';
import { pagerView } from './pager-view.js';
import type { AloneCard } from './alone-card.js';
import type { FarSpeaker } from './far-speaker.js';
import { type FullPage, isOwnLayout } from './run-layout.js';
import { SpeakerOrder } from './speaker-order.js';
import type { ShareBar } from './share-bar.js';
import type { StageBox } from './stage-box.js';
import type { StripSwitch } from './strip-switch.js';
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
  #alone: AloneCard | undefined;
  #far: FarSpeaker | undefined;
  #shareBar: ShareBar | undefined;
  #strip: StripSwitch | undefined;
  #areShareToolsComing = false;
  /** Turns pages forwards or backwards; undefined without pages. */
  #turn: ((by: 1 | -1) => void) | undefined;
  readonly #glide: TileGlide;
  readonly #automatic = new AutomaticLayout();
  readonly #speakers = new SpeakerOrder(() => this.#onSpeaker());
  #layout = '';
  /** Whether some tiles are on other pages, or can be scrolled out of sight. */
  #isPartial = false;
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
    void this.#loadComforts();
  }

  /** The speaker for the main place of `focused`, and the state of the self-view. */
  get facts(): Pick<LayoutView, 'speaker' | 'selfCorner' | 'isSelfSmall'> & {
    readonly order: readonly string[];
    readonly isStripHidden: boolean | undefined;
  } {
    const { speaker, order } = this.#speakers;
    return {
      speaker: this.#layout === 'focused' ? speaker : undefined,
      order,
      // Undefined until the button has loaded, which then needs a new layout to know its place.
      isStripHidden: this.#strip?.isHidden,
      ...this.#tileActions?.self.facts,
    };
  }

  /** Applies the rules of the mode `automatic`. */
  apply(room: RoomHandle, isShowing: boolean): void {
    this.#automatic.apply(room, isShowing);
    const { layout, pinned } = room.view.state.getSnapshot();
    this.#layout = layout;
    if (isShowing || pinned) void this.#loadShareTools();
    if (isOwnLayout(this.#layout)) this.#strip?.clear();
  }

  /** The space for the tiles. */
  boxFor(box: StageBox): StageBox {
    return this.#alone?.boxFor(box) ?? box;
  }

  /** Chooses the items for a built-in layout. The local share is a bar and no tile. */
  choose(items: readonly LayoutItem[]): readonly LayoutItem[] {
    const shown = items.filter(({ kind, isLocal }) => kind !== 'screen' || !isLocal);
    return this.#speakers.sort(this.#strip?.choose(shown, this.#layout) ?? shown);
  }

  /** Records the page that is shown now. */
  setPage({ places, page, pages, scroll }: FullPage): void {
    const cameras = places.filter(({ item }) => item.kind === 'camera');
    this.#isPartial = pages > 1 || scroll !== undefined;
    this.#shown = cameras.map(({ item }) => item.identity);
    const others = cameras
      .filter(({ item }) => !item.isLocal && !item.weight.pinned)
      .map(({ item }) => item.identity);
    // The main place of `focused` shows the speaker already, unless a share or a pinned tile has it.
    const showsSpeaker =
      this.#layout === 'focused' &&
      places.every(({ item: { kind, weight } }) => kind === 'camera' && !weight.pinned);
    // A later page was opened by the person.
    const moves = pages > 1 && page === 0 && !showsSpeaker;
    this.#speakers.setShown(moves ? others : undefined);
  }

  /** Lets tiles glide to their new places after a rendering. */
  glide(target: GlideTarget | undefined): void {
    this.#glide.follow(target);
  }

  /** Renders the slot `actions` of a tile. */
  readonly actions = (place: Place): TemplateResult | typeof nothing =>
    this.#tileActions?.render(place) ?? nothing;

  render({ messages, page: current, onTurn }: ExtrasContext): TemplateResult {
    const { page, pages, pager } = current;
    const rect = pages > 1 ? pager : undefined;
    this.#turn = rect && ((by) => onTurn(page + by));
    const words = this.#locale.messages;
    return html`
      ${rect ? pagerView({ messages, page, pages, rect, onTurn, news: this.#offPageNews() }) : nothing}
      ${this.#shareBar?.render(messages, words)} ${this.#tileActions?.renderMenu()}
      ${this.#alone?.render(messages, current)} ${this.#strip?.render(current.places, words)}
      ${this.#far?.render({ words, page: current, speakers: this.#speakers.active })}
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

  /** Like {@link #loadTools}. */
  async #loadComforts(): Promise<void> {
    const code = await import('./stage-comforts.js').catch(() => undefined);
    if (!code) return;
    const room = () => this.#room.room;
    this.#stage.addStyles([code.aloneStyles, code.swipeStyles, code.farStyles]);
    this.#alone = new code.AloneCard(this.#stage, room);
    this.#far = new code.FarSpeaker(this.#stage, room);
    code.followSwipes(this.#stage, (by) => this.#turn?.(by));
    this.#stage.requestUpdate();
  }

  /** Like {@link #loadTools}. */
  async #loadShareTools(): Promise<void> {
    if (this.#areShareToolsComing) return;
    this.#areShareToolsComing = true;
    const code = await import('./share-tools.js').catch(() => undefined);
    if (!code) return;
    this.#stage.addStyles([code.shareBarStyles, code.stripStyles]);
    this.#shareBar = new code.ShareBar(this.#stage);
    this.#strip = new code.StripSwitch(this.#stage);
    this.#stage.requestUpdate();
  }

  /** Names the speakers on other pages. */
  #offPageNews(): string {
    const { room } = this.#room;
    const identity = this.#speakers.active.find((each) => !this.#shown.includes(each));
    const name = identity && room?.store.participant(identity).getSnapshot()?.member.name;
    return name ? this.#locale.messages.speaksElsewhere(name) : '';
  }

  #setSpeakers(active: readonly string[]): void {
    if (String(active) === String(this.#speakers.active)) return;
    this.#speakers.setActive(active);
    if (this.#isPartial) this.#stage.requestUpdate();
  }

  #onSpeaker(): void {
    if (this.#isPartial || this.#layout === 'focused') this.#stage.requestUpdate();
  }
}
