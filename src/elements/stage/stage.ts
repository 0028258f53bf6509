import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { LayoutView, StripPosition, StripType } from '../../parts/layouts.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { RoomController } from '../../parts/room-controller.js';
import { type RoomHandle, roomHandleKey } from '../../parts/room-handle.js';
import { shallowEqual } from '../../core/cell.js';
import { addRoomWords, roomDictionary } from '../../parts/room-words.js';
import { isInCall } from '../../state/phase.js';
import type { Pin } from '../../state/view.js';
import { frame } from '../../styles/frame.js';
import { tokens } from '../../styles/tokens.js';
import { utilities } from '../../styles/utilities.js';
import { flag, whole } from '../shared/converters.js';
import { FfcPartElement } from '../shared/part-element.js';
import { buttonStyles } from '../../styles/button-styles.js';
import { classNames } from '../shared/class-names.js';
import { cssProps } from '../shared/css-props.js';
import { type FullPage, isOwnLayout, layoutOf, loadStageCode, runLayout } from './run-layout.js';
import { type StageBox, StageBoxController } from './stage-box.js';
import type { StageExtras } from './stage-extras.js';
import { StageItems } from './stage-items.js';
import { stageStyles } from './stage-styles.js';
import { hintView, isSlot, keyOf, messageView, sizeOf, slotView, tileView } from './stage-views.js';
import { callWords } from '../../locales/en.js';

addRoomWords(callWords);

/** The input of the last layout; the same input needs no new layout. */
interface LayoutInput extends Pick<LayoutView, 'selfCorner' | 'isSelfSmall'> {
  readonly layout: NonNullable<ReturnType<typeof layoutOf>>;
  readonly box: StageBox;
  /** Of the items. */
  readonly version: number;
  readonly hideSelf: boolean;
  readonly page: number;
  readonly pinned: Pin | undefined;
  readonly maxTiles: number | undefined;
  readonly stripPosition: StripPosition | undefined;
  readonly stripType: StripType | undefined;
  readonly speaker?: string | undefined;
  readonly order?: readonly string[];
}

/** The input of one rendering of a call; there is none while the stage has no size. */
interface Arrangement extends FullPage {
  readonly input: LayoutInput;
  /** Whether there is anything to place. */
  readonly isEmpty: boolean;
  /** Whether tiles go to their places smoothly: not when they follow the size of the stage. */
  readonly gliding: boolean;
  readonly isRtl: boolean;
}

/**
 * Everybody in the call, where the room's layout puts them: by default a grid of tiles that fill
 * the space, and pages when they would become too small to make out. Other layouts are
 * `fixed-grid`, `scroll` and `focused`: there the screens that others share, what the page puts
 * into the slot `screen`, and who is pinned get most of the space. In the mode `automatic` a screen
 * or a filled slot makes the layout `focused`. Tiles keep their order, and what is on another page
 * is not drawn, so that its video is not downloaded. A page registers layouts of its own with
 * `registerLayout` of `ffc-elements/parts`.
 *
 * Stands inside `<ffc-room>`, or anywhere with `for`. It fills its parent; give it a height where
 * the parent has none. Page Up and Page Down turn the pages while the focus is inside.
 *
 * The value `false` of a boolean attribute turns it off.
 *
 * @tag ffc-stage
 *
 * @fires ffc-screen-share-request - By the button that stops the own share.
 *
 * @slot screen - An element of the page, such as a whiteboard, that is laid out like the screen of
 *   somebody else: it gets the main place. In `<ffc-room>` the room has this slot.
 *
 * @csspart stage - The whole stage.
 * @csspart screen-slot - The place of what is in the slot `screen`.
 * @csspart tiles - The list of tiles.
 * @csspart hint - Says that nobody else is here yet.
 * @csspart message - What shows while there is no call.
 * @csspart pager - The page buttons, and the page between them.
 * @csspart elsewhere - Says beside the page buttons who speaks on another page.
 * @csspart share-bar - Says that one shares one's own screen, with a thumbnail and a Stop button.
 * @csspart button - A page button, and the one that stops a share.
 * @csspart tile - A tile.
 * @csspart tile-menu - The button of a tile that opens what can be done about the person.
 * @csspart muted-for-me - The sign of a tile whose person is silent for whoever is at this browser.
 * @csspart menu - What that button opens.
 * @csspart person-choice - One choice of that.
 * @csspart person-volume - How loud the person is, in that.
 * @csspart video - The video of a tile.
 * @csspart avatar - The round picture or the initials in a tile.
 * @csspart name - The name in a tile.
 * @csspart role - In a tile, what a person is in the call, where that is not what everybody is.
 * @csspart badge - The sign for a muted microphone in a tile.
 * @csspart hand - The sign for a raised hand in a tile, with its place among all.
 * @csspart reaction - What somebody reacts with, over the picture of a tile.
 * @csspart level - The bars in a tile that follow the voice of whoever speaks.
 * @csspart stalled - Says in a tile that its picture stands still.
 * @csspart quality - The sign for a poor or lost connection in a tile.
 *
 * @cssproperty --ffc-tile-aspect-ratio - Shape of the tiles. Default: any from 3:4 to 16:9, so that
 *   they fill the space.
 */
export class FfcStageElement extends FfcPartElement {
  static override styles = [tokens, frame, utilities, buttonStyles, stageStyles];
  // Not by decorators: their helpers would be a hundredth of what a preview loads.
  static override properties: PropertyDeclarations = {
    hideSelf: { converter: flag },
    maxTiles: { converter: whole(1) },
  };

  /** No camera tile for the local participant. Also set by `<ffc-room hide-self>`. */
  hideSelf = false;

  /**
   * The most tiles on one page, screens not counted. Default: that of the room, else as many as
   * are at least 120 px wide, and at most 49.
   */
  maxTiles: number | undefined;

  readonly #items = new StageItems(this);
  #extras: StageExtras | undefined;
  readonly #room = new RoomController(this, {
    watch: ({ store, view, options }) => [store.phase, view.state, options],
    onRoom: ({ store }, signal) => this.#items.follow(store, signal),
  });
  readonly #locale = new LocaleController(
    this,
    roomDictionary,
    () => this.#room.room?.options.getSnapshot().messages,
  );
  readonly #box: StageBoxController = new StageBoxController(this, () =>
    this.renderRoot.querySelector('.probe'),
  );
  #arrangement: Arrangement | undefined;
  #loading: Promise<void> | undefined;

  /** Lets the tiles, which look for a room around them, find that of `for`. */
  get [roomHandleKey](): RoomHandle | undefined {
    return this.#room.room;
  }

  protected override update(changed: PropertyValues<this>): void {
    const { room } = this.#room;
    if (room) this.#extras?.apply(room, this.#items.isShowing);
    if (room?.isInCall) this.#loading ??= this.#loadMore();
    const isShown = this.#box.box.width > 0 && this.#box.box.height > 0;
    this.#arrangement =
      room && isInCall(room.store.phase.getSnapshot().state) && isShown
        ? this.#arrange(room)
        : undefined;
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    this.#extras?.glide(this.#arrangement);
    // The page buttons go when everybody fits on one page.
    if (focused && !focused.isConnected) {
      this.renderRoot.querySelector<HTMLElement>('.stage')?.focus();
    }
  }

  /** An update is complete when the layout that it needs has come. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loading;
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const { room } = this.#room;
    return html`
      <div class="frame">
        <div class="stage" part="stage" tabindex="-1" @keydown=${this.#onKeydown}>
          <div class="probe" aria-hidden="true"></div>
          ${slotView(this.#arrangement?.places.find(isSlot), this.#onSlotChange)}
          ${this.#arrangement ? this.#renderCall(this.#arrangement) : nothing}
          ${room && isInCall(room.store.phase.getSnapshot().state) ? nothing : this.#renderNoCall()}
        </div>
      </div>
    `;
  }

  #renderNoCall(): TemplateResult {
    const { tile, notInCall } = this.#locale.messages;
    const { missingId } = this.#room;
    return messageView(missingId === undefined ? notInCall : tile.noRoom(missingId));
  }

  #renderCall(arrangement: Arrangement): TemplateResult {
    const { places, isEmpty, scroll } = arrangement;
    const { messages } = this.#locale;
    const { alone } = this.#items;
    const tiles = places.filter((place) => !isSlot(place));
    if (alone && isEmpty) return messageView(messages.waitingForOthers);
    return html`
      <div
        class=${classNames({ tiles: true, scrolling: scroll !== undefined })}
        part="tiles"
        role="list"
        aria-label=${messages.stage}
      >
        ${keyed(
          this.#room.room,
          repeat(tiles, keyOf, (place) => tileView(place, this.#extras)),
        )}
        ${scroll ? html`<div role="presentation" ${cssProps(sizeOf(scroll))}></div>` : nothing}
      </div>
      ${alone ? hintView(messages.waitingForOthers, tiles[0]) : nothing}
      ${this.#extras?.render({ messages, page: arrangement, onTurn: this.#turnTo }) ?? nothing}
    `;
  }

  async #loadMore(): Promise<void> {
    const code = await loadStageCode();
    if (!code) {
      this.#loading = undefined;
      return;
    }
    this.addStyles([code.laterStyles]);
    this.#extras = new code.StageExtras(this);
    this.requestUpdate();
  }

  #arrange({ options, view }: RoomHandle): Arrangement | undefined {
    const room = options.getSnapshot();
    const { layout: name, page, pinned } = view.state.getSnapshot();
    const { box } = this.#box;
    const before = this.#arrangement;
    const layout = layoutOf(name, pinned !== undefined || this.#items.isShowing);
    // Nothing jumps while the code for its place is on the way.
    if (!layout) return before;
    const input: LayoutInput = {
      layout,
      box,
      version: this.#items.version,
      hideSelf: this.hideSelf || room.hideSelf,
      page,
      pinned,
      maxTiles: this.maxTiles ?? room.maxTiles,
      stripPosition: room.stripPosition,
      stripType: room.stripType,
      ...this.#extras?.facts,
    };
    if (before && shallowEqual(before.input, input)) return before;
    const all = this.#items.list(input.hideSelf, pinned, box.aspectRatio);
    // A layout of the page's own gets everything, in the order of the roster.
    const items = isOwnLayout(name) ? all : (this.#extras?.choose(all) ?? all);
    const placed = runLayout(input.layout, items, box, input);
    this.#extras?.setPage(placed);
    return {
      ...placed,
      input,
      isEmpty: all.length === 0,
      gliding: before?.input.box === box,
      isRtl: box.isRtl,
    };
  }

  readonly #turnTo = (page: number): void => {
    const pages = this.#arrangement?.pages ?? 1;
    if (page >= 0 && page < pages) this.#room.room?.view.turnTo(page);
  };

  readonly #onSlotChange = (event: Event): void => {
    const slot = event.currentTarget as HTMLSlotElement;
    this.#items.setSlotFilled(slot.assignedElements({ flatten: true }).length > 0);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.#arrangement) return;
    // What the page has put here may scroll by the same keys.
    if (event.composedPath().some((node) => (node as Element).localName === 'slot')) return;
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
    const { page, pages } = this.#arrangement;
    if (pages < 2) return;
    event.preventDefault();
    this.#turnTo(page + (event.key === 'PageUp' ? -1 : 1));
  };
}
