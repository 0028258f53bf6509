import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LocaleController } from '../../parts/locale-controller.js';
import { ControlMenuController } from '../../parts/control-menu.js';
import { controlStyles, menuStyles } from '../../parts/control-styles.js';
import {
  controlButton,
  controlCells,
  type ControlView,
  loadAhead,
  useControl,
  viewControl,
} from '../../parts/control-view.js';
import { chooseControls, type Control, registeredControls } from '../../parts/controls.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { RovingFocus } from '../../parts/roving-focus.js';
import { roomDictionary } from '../../i18n/room.js';
import { frame } from '../../styles/frame.js';
import { tokens } from '../../styles/tokens.js';
import { utilities } from '../../styles/utilities.js';
import { elementReference, FfcElement, text, words } from '../shared/converters.js';
import { buttonStyles } from '../../styles/button-styles.js';
import { fieldStyles } from '../../styles/field-styles.js';
import { controlBarStyles } from './control-bar-styles.js';

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
 * @csspart menu - The choice of devices.
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
    menuStyles,
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
   * The buttons to show, in order: `microphone camera screen chat devices leave`, some of them, or
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
  readonly #menus = new Map<string, ControlMenuController>();

  protected override render(): TemplateResult {
    const { room } = this.#room;
    const { messages } = this.#locale;
    const views = room ? this.#views(room) : [];
    return html`
      <div class="frame">
        <div class="container">
          <div
            class="bar"
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
      ${room ? withMenu(views).map((view) => this.#renderMenu(view, views, room)) : nothing}
    `;
  }

  protected override updated(): void {
    const { room } = this.#room;
    if (room) loadAhead(room, this.#controls(room));
  }

  #renderControl(view: ControlView, views: readonly ControlView[]): TemplateResult {
    return controlButton(view, { onClick: () => this.#onClick(view), menu: menuId(view, views) });
  }

  #renderMenu(
    { control, label }: ControlView,
    views: readonly ControlView[],
    room: RoomHandle,
  ): TemplateResult | typeof nothing {
    const { menu } = control;
    if (!menu) return nothing;
    const { messages, lang } = this.#locale;
    const redraw = (): void => this.requestUpdate();
    return this.#menuOf(control).render(
      menuId({ control }, views),
      label,
      menu.render({ room, messages, lang, redraw }),
    );
  }

  #menuOf({ name, menu }: Control): ControlMenuController {
    const known = this.#menus.get(name);
    if (known) return known;
    const created = new ControlMenuController(this, {
      button: () => this.renderRoot.querySelector(`[data-control=${name}]`),
      onOpen: () => {
        const { room } = this.#room;
        if (room) menu?.onOpen?.(room);
      },
    });
    this.#menus.set(name, created);
    return created;
  }

  #views(room: RoomHandle): readonly ControlView[] {
    return this.#controls(room).map((control) => viewControl(control, room, this.#locale));
  }

  #controls({ options }: RoomHandle): readonly Control[] {
    const own = this.controls?.split(/\s+/).filter(Boolean);
    return chooseControls(own ?? options.getSnapshot().controls);
  }

  #onClick(view: ControlView): void {
    const { room } = this.#room;
    if (room) useControl(this, room, view);
  }
}

function withMenu(views: readonly ControlView[]): readonly ControlView[] {
  return views.filter(({ control }) => control.menu);
}

function menuId(view: Pick<ControlView, 'control'>, views: readonly ControlView[]): string {
  const index = withMenu(views).findIndex(({ control }) => control === view.control);
  return index > 0 ? `menu-${index + 1}` : 'menu';
}
