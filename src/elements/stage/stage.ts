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
import { fillingFrame } from '../../styles/filling-frame.js';
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
import { isSlot, keyOf, messageView, sizeOf, slotView, tileView } from './stage-views.js';
import { callWords } from '../../locales/en.js';

addRoomWords(callWords);

/** The input of the last layout. The same input needs no new layout. */
interface LayoutInput extends Pick<LayoutView, 'selfCorner' | 'isSelfSmall'> {
  readonly layout: NonNullable<ReturnType<typeof layoutOf>>;
  readonly box: StageBox;
  /** The version of the items. */
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

/** The input of one rendering of a call. There is none while the stage has no size. */
interface Arrangement extends FullPage {
  readonly input: LayoutInput;
  /** Whether there is anything to place. */
  readonly isEmpty: boolean;
  /** Whether tiles glide to their places. They do not while the size of the stage changes. */
  readonly gliding: boolean;
  readonly isRtl: boolean;
}

/**
 * The tiles of all participants, in the room's layout. The default layout is a `grid` that fills
 * the space, in pages when the tiles would become too small. Other layouts are `fixed-grid`,
 * `scroll` and `focused`. `focused` gives most of the space to a pinned picture, the screens of
 * others, or the slot `screen`. In the mode `automatic` a shared screen or a filled slot sets the
 * layout `focused`. Tiles keep their order. Tiles of other pages are not rendered, so that their
 * video is not downloaded. A page can add layouts with `registerLayout` of `ffc-elements/parts`.
 *
 * Place it inside `<ffc-room>`, or anywhere with `for`. It fills its parent; give it a height if
 * the parent has none. Page Up and Page Down turn the pages while the focus is inside.
 *
 * The value `false` of a boolean attribute turns it off.
 *
 * @tag ffc-stage
 * @summary The tiles of a call, in a layout.
 *
 * @fires ffc-screen-share-request - From the button that stops the local share.
 * @fires ffc-screen-pause-request - From the button that pauses and resumes the local share.
 *
 * @slot screen - An element of the page, such as a whiteboard. It is laid out like a shared screen,
 *   in the main place. Inside `<ffc-room>` the room has this slot.
 *
 * @csspart stage - The whole stage.
 * @csspart screen-slot - The place of the slot `screen`.
 * @csspart tiles - The list of tiles.
 * @csspart alone - The line or card below the own picture while nobody else is here.
 * @csspart hint - Its text.
 * @csspart copy-link - Its button, which copies the link of the room's `invite-url`.
 * @csspart message - The message while there is no call.
 * @csspart pager - The page buttons, with the page number between them.
 * @csspart elsewhere - The name of a speaker on another page or out of sight.
 * @csspart share-bar - The bar of the local screen share, with a thumbnail, Pause and Stop.
 * @csspart button - A page button, a button of a share, or the one that hides the strip.
 * @csspart tile - A tile.
 * @csspart tile-menu - The button of a tile that opens the menu of the participant.
 * @csspart muted-for-me - The sign of a tile whose participant is muted in this browser only.
 * @csspart menu - The menu of the participant.
 * @csspart person-choice - A choice in the menu of the participant.
 * @csspart person-volume - The volume of the participant, in that menu.
 * @csspart video - The video of a tile.
 * @csspart avatar - The round picture or the initials in a tile.
 * @csspart name - The name in a tile.
 * @csspart role - The participant's role in a tile, unless everybody has the same.
 * @csspart badge - The sign for a muted microphone in a tile.
 * @csspart hand - The sign for a raised hand in a tile, with its number in the queue.
 * @csspart reaction - A reaction, over the picture of a tile.
 * @csspart level - The bars in a tile that follow the voice of a speaker.
 * @csspart stalled - The notice in a tile that its video has stalled.
 * @csspart quality - The sign for a poor or lost connection in a tile.
 *
 * @cssproperty --ffc-tile-aspect-ratio - Shape of the tiles. Default: any from 3:4 to 16:9, so that
 *   they fill the space.
 */
export class FfcStageElement extends FfcPartElement {
  static override styles = [tokens, fillingFrame, utilities, buttonStyles, stageStyles];
  // Without decorators: their helpers would be a hundredth of the code that a preview loads.
  static override properties: PropertyDeclarations = {
    hideSelf: { converter: flag },
    maxTiles: { converter: whole(1) },
  };

  /** No camera tile for the local participant. Also set by `<ffc-room hide-self>`. */
  hideSelf = false;

  /**
   * The most tiles on one page, without screens. Default: the room's `maxTiles`, else as many as
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

  /**
   * Provides the room to the tiles inside, also the one of `for`: they look for a room around them.
   */
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
    // The page buttons disappear when everybody fits on one page: then the stage keeps the focus.
    if (focused && !focused.isConnected) {
      this.renderRoot.querySelector<HTMLElement>('.stage')?.focus();
    }
  }

  /** An update is complete only once the layout that it needs has loaded. */
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
    const extras = this.#extras?.render({ messages, page: arrangement, onTurn: this.#turnTo });
    if (alone && isEmpty) return html`${messageView(messages.waitingForOthers)}${extras}`;
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
      ${extras}
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
    const box = this.#extras?.boxFor(this.#box.box) ?? this.#box.box;
    const before = this.#arrangement;
    const layout = layoutOf(name, pinned !== undefined || this.#items.isShowing);
    // Tiles keep their places while the code of the layout loads.
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
    // A layout of the page gets all items, in the order of the roster.
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
    // An element in the slot may use the same keys to scroll.
    if (event.composedPath().some((node) => (node as Element).localName === 'slot')) return;
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
    const { page, pages } = this.#arrangement;
    if (pages < 2) return;
    event.preventDefault();
    this.#turnTo(page + (event.key === 'PageUp' ? -1 : 1));
  };
}
