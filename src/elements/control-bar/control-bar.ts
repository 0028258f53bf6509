import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LocaleController } from '../../parts/locale-controller.js';
import { ControlMenus } from '../../parts/control-menus.js';
import { controlStyles } from '../../parts/control-styles.js';
import {
  controlButton,
  controlCells,
  type ControlView,
  loadAhead,
  useControl,
  viewControl,
} from '../../parts/control-view.js';
import { chooseControls, type Control, registeredControls } from '../../parts/controls.js';
import type { FittedControls } from '../../parts/more-items.js';
import type * as MoreItems from '../../parts/more-items.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { windowOf } from '../../parts/tree.js';
import { RovingFocus } from '../../parts/roving-focus.js';
import { roomDictionary } from '../../i18n/room.js';
import { frame } from '../../styles/frame.js';
import { tokens } from '../../styles/tokens.js';
import { utilities } from '../../styles/utilities.js';
import { elementReference, FfcElement, text, words } from '../shared/converters.js';
import { buttonStyles } from '../../styles/button-styles.js';
import { fieldStyles } from '../../styles/field-styles.js';
import { controlBarStyles } from './control-bar-styles.js';
import { addCallWords } from '../../parts/call-words.js';

addCallWords();

/**
 * The buttons of a call: microphone, camera, screen share, chat, devices, leave. Stands inside
 * `<ffc-room>`, or anywhere with `for`. It only asks, by cancelable requests, and shows what is:
 * a microphone is on when the session says so, and the button is busy until then.
 *
 * One stop of the Tab key; arrow keys, Home and End go from button to button.
 *
 * @tag ffc-control-bar
 * @summary Microphone, camera, screen share, chat, devices, leave.
 *
 * @slot start - Before the buttons.
 * @slot end - After the buttons.
 *
 * @csspart control-bar - The row of buttons.
 * @csspart control - One button.
 * @csspart control-label - The text of a button; only for screen readers where it is narrow.
 * @csspart control-count - How many things wait behind a button, such as unread messages.
 * @csspart menu - What a button opens, such as the choice of devices.
 * @csspart menu-item - A line of *more*.
 * @csspart input - A choice in it.
 */
export class FfcControlBarElement extends FfcElement {
  static override styles = [
    tokens,
    frame,
    utilities,
    buttonStyles,
    fieldStyles,
    controlStyles,
    controlBarStyles,
  ];
  // Not by decorators: their helpers would be a hundredth of what a preview loads.
  static override properties: PropertyDeclarations = {
    htmlFor: { converter: text(), attribute: 'for' },
    forElement: { converter: elementReference, attribute: false },
    controls: { converter: words },
  };

  /** The id of the `<ffc-room>`, for a bar that stands outside of it (attribute `for`). */
  htmlFor: string | undefined;

  /** The `<ffc-room>` itself, for one that an id does not reach; goes before `htmlFor`. */
  forElement: Element | null | undefined;

  /**
   * The buttons to show, in order: `microphone camera screen chat devices more leave`, some of them, or
   * others that `registerControl()` made known. Default: what the room's `controls` says, else
   * these.
   */
  controls: string | undefined;

  readonly #room = new RoomController(this, {
    watch: (room) => [
      ...controlCells(room),
      registeredControls,
      ...this.#controls(room).flatMap((control) => control.watch?.(room) ?? []),
    ],
  });
  readonly #locale = new LocaleController(
    this,
    roomDictionary,
    () => this.#room.room?.options.getSnapshot().messages,
  );
  readonly #roving = new RovingFocus(this, () => [
    ...this.renderRoot.querySelectorAll<HTMLElement>('.control'),
  ]);
  readonly #menus = new ControlMenus(this, () => this.#room.room);
  #fitting: Pick<typeof MoreItems, 'fitControls'> | undefined;
  #watchedWidth: ResizeObserver | undefined;
  /** How many buttons have no place in the bar. */
  #missing = 0;

  protected override render(): TemplateResult {
    const { room } = this.#room;
    const { messages } = this.#locale;
    const { shown, rest } = this.#fitted(room);
    const views = shown.map((control) => viewControl(control, room, this.#locale));
    return html`
      <div class="frame">
        <div class="container">
          <div
            class="bar ${this.#fitting ? 'fitted' : ''}"
            part="control-bar"
            role="toolbar"
            aria-label=${messages.controls}
            @keydown=${this.#roving.onKeydown}
            @focusin=${this.#roving.onFocusin}
          >
            <slot name="start"></slot>
            ${views.map((view) => this.#renderControl(view, views))}
            <slot name="end"></slot>
          </div>
        </div>
      </div>
      ${room ? withMenu(views).map((view) => this.#renderMenu(view, { views, rest, room })) : nothing}
    `;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The observer of another window would see sizes too late, and say so in the console.
    const Observer = windowOf(this)?.ResizeObserver ?? ResizeObserver;
    this.#watchedWidth = new Observer(() => {
      this.#missing = 0;
      this.requestUpdate();
    });
    this.#watchedWidth.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watchedWidth?.disconnect();
  }

  protected override firstUpdated(): void {
    void this.#loadFitting();
  }

  protected override updated(): void {
    const { room } = this.#room;
    if (room) loadAhead(room, this.#controls(room));
    this.#fit();
  }

  /** Takes one button more out of a bar that is too full, until all of them have a place. */
  #fit(): void {
    const bar = this.renderRoot.querySelector('.fitted');
    const all = this.#room.room ? this.#controls(this.#room.room).length : 0;
    if (!bar || bar.scrollWidth <= bar.clientWidth || this.#missing >= all) return;
    this.#missing += 1;
    void this.updateComplete.then(() => this.requestUpdate());
  }

  /** Behind the call. Without it the bar has all of its buttons, in a row that scrolls where it must. */
  async #loadFitting(): Promise<void> {
    try {
      this.#fitting = await import('../../parts/more-items.js');
      this.requestUpdate();
    } catch {
      // The next bar tries again.
    }
  }

  #renderControl(view: ControlView, views: readonly ControlView[]): TemplateResult {
    const menu = menuId(view, views);
    return controlButton(view, { onClick: () => this.#onClick(view, menu), menu });
  }

  #renderMenu(
    view: ControlView,
    { views, rest, room }: MenuSurroundings,
  ): TemplateResult | typeof nothing {
    const { messages, lang } = this.#locale;
    const redraw = (): void => this.requestUpdate();
    const context = { room, part: this, rest, messages, lang, redraw };
    return this.#menus.render(menuId(view, views), view, context);
  }

  #fitted(room: RoomHandle | undefined): FittedControls {
    if (!room) return { shown: [], rest: [] };
    const controls = this.#controls(room);
    const isNamed = this.#names(room) !== undefined;
    return (
      this.#fitting?.fitControls(controls, { missing: this.#missing, isNamed }) ?? {
        shown: controls.filter(({ name }) => name !== 'more'),
        rest: [],
      }
    );
  }

  #controls(room: RoomHandle): readonly Control[] {
    const controls = chooseControls(this.#names(room));
    if (!room?.options.getSnapshot().observer) return controls;
    return controls.filter(({ name }) => name !== 'camera' && name !== 'screen');
  }

  #names({ options }: RoomHandle): readonly string[] | undefined {
    return this.controls?.split(/\s+/).filter(Boolean) ?? options.getSnapshot().controls;
  }

  #onClick(view: ControlView, menu: string): void {
    const { room } = this.#room;
    if (room) useControl(this, room, view);
    void this.#menus.open(menu, view);
  }
}

interface MenuSurroundings {
  readonly views: readonly ControlView[];
  readonly rest: readonly Control[];
  readonly room: RoomHandle;
}

/** Those that have a menu, as they were registered: an id stays when the order is another. */
function withMenu(views: readonly ControlView[]): readonly ControlView[] {
  const controls = registeredControls.getSnapshot();
  const place = ({ control }: ControlView): number => controls.indexOf(control);
  return views.filter(({ control }) => control.menu).sort((a, b) => place(a) - place(b));
}

function menuId(view: Pick<ControlView, 'control'>, views: readonly ControlView[]): string {
  const index = withMenu(views).findIndex(({ control }) => control === view.control);
  return index > 0 ? `menu-${index + 1}` : 'menu';
}
