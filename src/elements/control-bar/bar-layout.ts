import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BaseElement } from '../../parts/base-element.js';
import { controlButton } from '../../parts/control-button.js';
import { keyOf } from '../../parts/control-keys.js';
import { ControlMenus } from '../../parts/control-menu.js';
import { loadMenus } from '../../parts/control-menus.js';
import { type ControlView, viewControl } from '../../parts/control-view.js';
import type { Control, ControlPlace, ControlWordsContext } from '../../parts/controls.js';
import { chevronIcon } from '../../icons/chevron.js';
import { findControl, registeredControls } from '../../parts/registered-controls.js';
import { laterControlWords } from '../../locales/en.js';
import { addRoomWords } from '../../parts/room-words.js';
import { fitControls, type FittedControls } from '../../parts/more-items.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { windowOf } from '../../parts/tree.js';
import { barLayoutStyles } from './bar-layout-styles.js';
import { deviceChoices } from './device-choice.js';
import { LeaveMenu, leaveMenuId } from './leave-menu.js';
import { MicrophoneLevel } from './microphone-level.js';

/** In a bar narrower than this many CSS pixels, the choices of devices are in *more*. */
const leastWidthOfChoices = 360;

/** The button beside another one, which opens a menu. */
interface SideButton {
  readonly name: string;
  readonly label: string;
  readonly isDisabled: boolean;
  readonly menu: string;
  readonly onClick?: (event: Event) => void;
}

/** The content of a bar. */
export interface BarContent {
  readonly room: RoomHandle;
  readonly controls: readonly Control[];
  /** Whether the page has named the controls. Then they form one row, in its order. */
  readonly isNamed: boolean;
  readonly words: ControlWordsContext;
  /** Performs a click on a button. The menu opens separately. */
  readonly onClick: (view: ControlView) => void;
}

/**
 * Arranges the buttons of a bar, in clusters unless the page names them. The switches of microphone
 * and camera have a choice of devices beside them. Buttons that do not fit are in *more*. This code
 * loads in the background of the call; until then the bar is a plain row.
 */
export class BarLayout implements ReactiveController {
  readonly #host: BaseElement;
  readonly #menus: ControlMenus;
  readonly #leave: LeaveMenu;
  #watchedWidth: ResizeObserver | undefined;
  #content: BarContent | undefined;
  /** The width of the bar. Reading it in a rendering would force a layout of the page. */
  #width = 0;
  /** The number of buttons that do not fit into the bar. */
  #missing = 0;
  #count = 0;

  constructor(host: BaseElement, room: () => RoomHandle | undefined) {
    this.#host = host;
    this.#menus = new ControlMenus(host, room);
    this.#leave = new LeaveMenu(host, room);
    addRoomWords(laterControlWords);
    new MicrophoneLevel(host, room);
    host.addStyles([barLayoutStyles]);
    host.addController(this);
  }

  hostConnected(): void {
    // An observer of another window would report sizes too late, and log an error.
    const view = windowOf(this.#host) ?? window;
    this.#watchedWidth = new view.ResizeObserver(() => {
      this.#width = this.#host.clientWidth;
      // Rendered at once, a new height of the bar would reach the observer of the stage too late:
      // the browser would report an error of a “ResizeObserver loop” to the page.
      view.requestAnimationFrame(() => {
        this.#missing = 0;
        this.#host.requestUpdate();
      });
    });
    this.#watchedWidth.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#watchedWidth?.disconnect();
  }

  /**
   * Moves one more button of an overfull bar into *more*; the next update repeats that until all
   * fit.
   */
  hostUpdated(): void {
    if (this.#content) this.#menus.loadAhead(this.#content.room, this.#content.controls);
    const bar = this.#host.renderRoot.querySelector('.bar');
    const count = this.#content?.controls.length ?? 0;
    if (!bar || bar.scrollWidth <= bar.clientWidth || this.#missing >= count) return;
    this.#missing += 1;
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  /** Renders the buttons of the row, with the slots of the bar. */
  renderRow(content: BarContent): TemplateResult {
    this.#content = content;
    if (content.controls.length !== this.#count) this.#missing = 0;
    this.#count = content.controls.length;
    const { shown } = this.#fitted(content);
    // A button keeps its element, and so the focus, when another one appears before it. All are
    // ready before the first is inserted, because they depend on the width of the bar: a layout
    // in between would make Chromium draw none of them.
    const buttons = (controls: readonly Control[]): unknown => {
      const views = controls.map(
        (control) => [control, this.#renderControl(control, content)] as const,
      );
      return repeat(
        views,
        ([{ name }]) => name,
        ([, view]) => view,
      );
    };
    if (content.isNamed) {
      return html`<slot name="start"></slot>${buttons(shown)}<slot name="end"></slot>`;
    }
    const cluster = (place: ControlPlace): TemplateResult | typeof nothing => {
      const controls = shown.filter((control) => placeOf(control) === place);
      return controls.length ? html`<div class="cluster">${buttons(controls)}</div>` : nothing;
    };
    return html`
      <div class="side"><slot name="start"></slot></div>
      <div class="middle">${cluster('devices')}${cluster('tools')}</div>
      <div class="side">${cluster('end')}<slot name="end"></slot></div>
    `;
  }

  /** Renders the menus of the buttons in the row. */
  renderMenus(content: BarContent): readonly unknown[] {
    const { shown, rest } = this.#fitted(content);
    // From now on, single control elements have this code at once, too.
    void loadMenus();
    const openers = shown.flatMap((control) => [control, this.#choiceOf(control, content) ?? []]);
    const { room, words } = content;
    const { messages, lang } = words;
    const redraw = (): void => this.#host.requestUpdate();
    const context = { room, part: this.#host, rest, redraw, messages, lang };
    // In the order of registration: moving an open menu in the DOM would close it.
    const order = registeredControls.getSnapshot();
    const menus = openers
      .flat()
      .filter(({ menu }) => menu)
      .sort((one, other) => order.indexOf(one) - order.indexOf(other))
      .map((control) => {
        const view = viewControl(control, room, words);
        return this.#menus.render(menuId(control), view, context);
      });
    return [...menus, this.#leave.render()];
  }

  /** Opens the menu of a button, where the browser does not open it itself. */
  openMenu({ control }: ControlView): void {
    this.#menus.open(menuId(control));
  }

  #renderControl(control: Control, content: BarContent): TemplateResult {
    const { room, words } = content;
    const view = viewControl(control, room, words);
    const onClick = (): void => content.onClick(view);
    const key = keyOf(control.name, this.#host, room);
    const button = controlButton(view, { onClick, menu: menuId(control), key });
    const side = this.#sideOf(control, content, onClick);
    if (!side) return button;
    const { name, label, isDisabled, menu } = side;
    return html`
      <div
        class="split ${view.state.tone ?? ''}"
        part="control-group"
        role="group"
        aria-label=${view.label}
      >
        ${button}
        <button
          type="button"
          class="button choose"
          part="control-choice"
          data-control=${name}
          aria-label=${label}
          aria-disabled=${isDisabled}
          aria-haspopup="dialog"
          popovertarget=${isDisabled ? nothing : menu}
          @click=${side.onClick}
        >
          ${chevronIcon}
        </button>
      </div>
    `;
  }

  /** The button beside a switch, or for hosts beside the button that leaves. */
  #sideOf(control: Control, content: BarContent, onLeave: () => void): SideButton | undefined {
    const { room, words } = content;
    const choice = this.#choiceOf(control, content);
    if (choice) {
      const { state, label } = viewControl(choice, room, words);
      return { name: choice.name, label, isDisabled: !!state.disabled, menu: menuId(choice) };
    }
    if (control.name !== 'leave' || this.#isNarrow || !this.#leave.isOffered(room)) {
      return undefined;
    }
    return {
      name: 'leave-choice',
      label: this.#leave.label,
      isDisabled: false,
      menu: leaveMenuId,
      onClick: ({ currentTarget }) => this.#leave.show(currentTarget as HTMLElement, onLeave),
    };
  }

  /**
   * The choice of devices beside a switch. There is none in a narrow bar, nor in one with a button
   * for all devices.
   */
  #choiceOf({ name }: Control, { controls, isNamed }: BarContent): Control | undefined {
    if (this.#isNarrow) return undefined;
    if (isNamed && controls.some((control) => control.name === 'devices')) return undefined;
    return deviceChoices[name];
  }

  get #isNarrow(): boolean {
    return (this.#width ||= this.#host.clientWidth) < leastWidthOfChoices;
  }

  #fitted({ room, controls, isNamed }: BarContent): FittedControls {
    const isRare = (control: Control): boolean => !isNamed && placeOf(control) === 'more';
    return fitControls(controls, { room, missing: this.#missing, isNamed, isRare });
  }
}

function placeOf({ place, order = 0 }: Control): ControlPlace {
  // Without the control *more*, all buttons are in the row.
  if (place && (place !== 'more' || findControl('more'))) return place;
  return order < 30 ? 'devices' : order < 90 ? 'tools' : 'end';
}

function menuId({ name }: Control): string {
  return `menu-${name}`;
}
