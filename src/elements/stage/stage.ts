import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { RoomController } from '../../parts/room-controller.js';
import { type RoomHandle, roomHandleKey } from '../../parts/room-handle.js';
import { shallowEqual } from '../../core/cell.js';
import { roomDictionary } from '../../i18n/room.js';
import { nextIcon } from '../../icons/next.js';
import { peopleIcon } from '../../icons/people.js';
import { previousIcon } from '../../icons/previous.js';
import { isInCall } from '../../state/phase.js';
import { frame } from '../../styles/frame.js';
import { tokens } from '../../styles/tokens.js';
import { utilities } from '../../styles/utilities.js';
import { elementReference, FfcElement, flag, text, whole } from '../shared/converters.js';
import { buttonStyles } from '../shared/button-styles.js';
import { cssProps, type CssProps } from '../shared/css-props.js';
import type { Rect } from './grid.js';
import { layOut, type StageInput, type StageLayout } from './layout.js';
import { type StageBox, StageBoxController } from './stage-box.js';
import { type StageItem, type StageItems, StagePeople } from './stage-people.js';
import { stageStyles } from './stage-styles.js';

/** What one rendering of a call shows; there is none while the stage has no size. */
interface Drawn {
  readonly items: StageItems;
  readonly box: StageBox;
  readonly input: StageInput;
  readonly layout: StageLayout;
  /** Whether tiles go to their places smoothly: not when they follow the size of the stage. */
  readonly gliding: boolean;
}

type PlacedItem = StageItem & { readonly rect: Rect };

/**
 * Everybody in the call, in a grid with the biggest tiles that the space allows; pages when they
 * would become too small to make out. Screens that others share get most of the space. Tiles
 * keep their order, and what is on another page is not drawn, so that its video is not downloaded.
 *
 * Stands inside `<ffc-room>`, or anywhere with `for`. It fills its parent; give it a height where
 * the parent has none. Page Up and Page Down turn the pages while the focus is inside.
 *
 * The value `false` of a boolean attribute turns it off.
 *
 * @tag ffc-stage
 *
 * @csspart stage - The whole stage.
 * @csspart tiles - The list of tiles.
 * @csspart hint - Says that nobody else is here yet.
 * @csspart message - What shows while there is no call.
 * @csspart pager - The page buttons, and the page between them.
 * @csspart button - A page button.
 * @csspart tile - A tile.
 * @csspart video - The video of a tile.
 * @csspart avatar - The round picture or the initials in a tile.
 * @csspart name - The name in a tile.
 * @csspart badge - The sign for a muted microphone in a tile.
 * @csspart quality - The sign for a poor or lost connection in a tile.
 *
 * @cssproperty --ffc-tile-aspect-ratio - Shape of the tiles. Default `16 / 9`.
 */
export class FfcStageElement extends FfcElement {
  static override styles = [tokens, frame, utilities, buttonStyles, stageStyles];

  /** The id of the `<ffc-room>`, for a stage that stands outside of it (attribute `for`). */
  @property({ converter: text(), attribute: 'for' }) htmlFor: string | undefined;

  /** The `<ffc-room>` itself, for one that an id does not reach; goes before `htmlFor`. */
  @property({ converter: elementReference, attribute: false })
  forElement: Element | null | undefined;

  /** No camera tile for the local participant. Also set by `<ffc-room hide-self>`. */
  @property({ converter: flag, attribute: 'hide-self' }) hideSelf = false;

  /**
   * The most tiles on one page, screens not counted. Default: that of the room, else as many as
   * are at least 120 px wide, and at most 49.
   */
  @property({ converter: whole(1), attribute: 'max-tiles' }) maxTiles: number | undefined;

  readonly #people = new StagePeople(this);
  readonly #room = new RoomController(this, {
    watch: ({ store, options }) => [store.phase, options],
    onRoom: ({ store }, signal) => this.#people.follow(store, signal),
  });
  readonly #locale = new LocaleController(
    this,
    roomDictionary,
    () => this.#room.room?.options.getSnapshot().messages,
  );
  readonly #box = new StageBoxController(this, () => this.renderRoot.querySelector('.probe'));

  /** From 0. */
  #page = 0;
  #drawn: Drawn | undefined;

  /** Lets the tiles, which look for a room around them, find that of `for`. */
  get [roomHandleKey](): RoomHandle | undefined {
    return this.#room.room;
  }

  protected override update(changed: PropertyValues<this>): void {
    const { room } = this.#room;
    const isShown = this.#box.box.width > 0 && this.#box.box.height > 0;
    this.#drawn =
      room && isInCall(room.store.phase.getSnapshot().state) && isShown
        ? this.#arrange(room)
        : undefined;
    if (this.#drawn) this.#page = this.#drawn.layout.page;
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    // The page buttons go when everybody fits on one page.
    if (focused && !focused.isConnected) {
      this.renderRoot.querySelector<HTMLElement>('.stage')?.focus();
    }
  }

  protected override render(): TemplateResult {
    const { room } = this.#room;
    return html`
      <div class="frame">
        <div class="stage" part="stage" tabindex="-1" @keydown=${this.#onKeydown}>
          <div class="probe" aria-hidden="true"></div>
          ${this.#drawn ? this.#renderCall(this.#drawn) : nothing}
          ${room && isInCall(room.store.phase.getSnapshot().state) ? nothing : this.#renderNoCall()}
        </div>
      </div>
    `;
  }

  #renderNoCall(): TemplateResult {
    const { tile, notInCall } = this.#locale.messages;
    const { missingId } = this.#room;
    return renderMessage(missingId === undefined ? notInCall : tile.noRoom(missingId));
  }

  #renderCall({ items, layout, gliding }: Drawn): TemplateResult {
    const { messages } = this.#locale;
    const { alone } = this.#people;
    if (alone && items.tiles.length === 0) return renderMessage(messages.waitingForOthers);
    const shown = placed(items, layout);
    return html`
      <div
        class="tiles ${gliding ? 'gliding' : ''}"
        part="tiles"
        role="list"
        aria-label=${messages.stage}
      >
        ${keyed(this.#room.room, repeat(shown, keyOf, renderTile))}
      </div>
      ${alone ? this.#renderHint(layout) : nothing}
      ${layout.pager ? this.#renderPager(layout, layout.pager) : nothing}
    `;
  }

  /** Inside the first tile, so that it never lies half on a picture and half beside it. */
  #renderHint({ tiles: [first] }: StageLayout): TemplateResult | typeof nothing {
    if (!first) return nothing;
    return html`<div class="hint" ${cssProps(placeOf(first))}>
      <p part="hint">${this.#locale.messages.waitingForOthers}</p>
    </div>`;
  }

  #renderPager({ page, pages }: StageLayout, rect: Rect): TemplateResult {
    const { messages } = this.#locale;
    const button = (label: string, to: number, icon: TemplateResult): TemplateResult => html`
      <button
        type="button"
        class="button quiet icon-only"
        part="button"
        aria-label=${label}
        aria-disabled=${to < 0 || to >= pages ? 'true' : 'false'}
        @click=${() => this.#turnTo(to)}
      >
        ${icon}
      </button>
    `;
    return html`
      <div class="pager" part="pager" ${cssProps(placeOf(rect))}>
        ${button(messages.previousPage, page - 1, previousIcon)}
        <span class="count" aria-hidden="true">${page + 1} / ${pages}</span>
        <span class="visually-hidden" role="status">${messages.pageOf(page + 1, pages)}</span>
        ${button(messages.nextPage, page + 1, nextIcon)}
      </div>
    `;
  }

  #arrange({ options }: RoomHandle): Drawn {
    const { hideSelf, maxTiles } = options.getSnapshot();
    const items = this.#people.items(this.hideSelf || hideSelf);
    const { box } = this.#box;
    const input: StageInput = {
      ...box,
      tiles: items.tiles.length,
      screens: items.screens.length,
      page: this.#page,
      maxTiles: this.maxTiles ?? maxTiles,
    };
    const before = this.#drawn;
    if (before && shallowEqual(before.input, input)) return { ...before, items };
    return { items, input, box, layout: layOut(input), gliding: before?.box === box };
  }

  #turnTo(page: number): void {
    const pages = this.#drawn?.layout.pages ?? 1;
    if (page < 0 || page >= pages) return;
    this.#page = page;
    this.requestUpdate();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.#drawn?.layout.pager) return;
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
    event.preventDefault();
    this.#turnTo(this.#page + (event.key === 'PageUp' ? -1 : 1));
  };
}

/** The items of this page and where they go. */
function placed({ screens, tiles }: StageItems, layout: StageLayout): readonly PlacedItem[] {
  const pair = (items: readonly StageItem[], rects: readonly Rect[], from: number): PlacedItem[] =>
    rects.flatMap((rect, index) => {
      const item = items[from + index];
      return item ? [{ ...item, rect }] : [];
    });
  return [...pair(screens, layout.screens, 0), ...pair(tiles, layout.tiles, layout.first)];
}

function keyOf({ source, identity }: StageItem): string {
  return `${source} ${identity}`;
}

function renderTile({ identity, source, rect }: PlacedItem): TemplateResult {
  return html`<ffc-participant-tile
    role="listitem"
    identity=${identity}
    source=${source}
    exportparts="tile, video, avatar, name, badge, quality"
    ${cssProps(placeOf(rect))}
  ></ffc-participant-tile>`;
}

function renderMessage(text: string): TemplateResult {
  return html`<p class="message" part="message">${peopleIcon}${text}</p>`;
}

function placeOf({ x, y, width, height }: Rect): CssProps {
  return {
    'inset-inline-start': `${x}px`,
    'inset-block-start': `${y}px`,
    'inline-size': `${width}px`,
    'block-size': `${height}px`,
  };
}
