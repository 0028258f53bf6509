import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { closeIcon } from '../icons/close.js';
import type { BaseElement } from './base-element.js';
import { buttonOf } from './control-button.js';
import type { ControlView } from './control-view.js';
import type { Control, ControlMenuContext } from './controls.js';
import { loadAhead } from './load-ahead.js';
import { placeMenu } from './menu-place.js';
import { menuStyles } from './menu-styles.js';
import type { RoomHandle } from './room-handle.js';
import { windowOf } from './tree.js';

export { menuStyles };

type Host = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

export interface ControlMenuOptions {
  /** The button that opens the menu; null while it is not rendered. */
  readonly button: () => HTMLElement | null;
  readonly onOpen?: () => void;
}

/**
 * Renders the menu of a control's button. The menu opens above the button; Escape or a click
 * outside closes it.
 */
export class ControlMenuController implements ReactiveController {
  readonly #host: Host;
  readonly #options: ControlMenuOptions;
  #lifetime: AbortController | undefined;
  #hadFocus = false;
  /** The menu while it is open. */
  #open: HTMLElement | undefined;
  /** Whether the focus was in the menu before the rendering. */
  #wasInside = false;

  constructor(host: Host, options: ControlMenuOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#lifetime?.abort();
    this.#open = undefined;
  }

  hostUpdate(): void {
    this.#wasInside = hasFocus(this.#open);
  }

  hostUpdated(): void {
    // The rendering may have replaced what had the focus, as a question replaces the choices.
    if (this.#open && this.#wasInside && !hasFocus(this.#open)) focusIn(this.#open);
  }

  /** `id` is for `popovertarget`. Part: `menu`. Needs `menuStyles`. */
  render(
    id: string,
    { title, close }: { readonly title: string; readonly close: string },
    content: TemplateResult,
  ): TemplateResult {
    return html`
      <div
        id=${id}
        class="menu"
        part="menu"
        popover
        role="dialog"
        aria-label=${title}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
      >
        <div>
          <div class="menu-title">
            ${title}
            <button
              type="button"
              class="button quiet icon-only close"
              part="button"
              aria-label=${close}
              popovertarget=${id}
              popovertargetaction="hide"
            >
              ${closeIcon}
            </button>
          </div>
          ${content}
        </div>
      </div>
    `;
  }

  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    const menu = event.currentTarget as HTMLElement;
    this.#hadFocus = event.newState === 'closed' && hasFocus(menu);
  };

  readonly #onToggle = (event: ToggleEvent): void => {
    this.#lifetime?.abort();
    const menu = event.currentTarget as HTMLElement;
    menu.classList.remove('placed');
    const button = this.#options.button();
    this.#open = event.newState === 'open' ? menu : undefined;
    if (event.newState === 'closed') {
      this.#returnFocus(menu, button);
      return;
    }
    if (!button) return;
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const place = (): void => placeMenu(menu, button);
    place();
    menu.classList.add('placed');
    const view = windowOf(menu);
    view?.addEventListener('resize', place, { signal });
    view?.addEventListener('scroll', place, { signal, capture: true, passive: true });
    // A question may be higher than the choices that it replaces.
    const sizes = view && new view.ResizeObserver(place);
    sizes?.observe(menu);
    signal.addEventListener('abort', () => sizes?.disconnect());
    focusIn(menu);
    this.#options.onOpen?.();
  };

  /** Returns the focus to the button, unless a click has moved it elsewhere. */
  #returnFocus(menu: HTMLElement, button: HTMLElement | null): void {
    const { activeElement, body } = this.#host.ownerDocument;
    const isFree = activeElement === body || hasFocus(menu);
    if (this.#hadFocus && isFree) button?.focus();
  }
}

function hasFocus(menu: HTMLElement | undefined): boolean {
  return menu?.matches(':focus-within') ?? false;
}

/** Moves the focus to the first choice, else to the button that closes the menu. */
function focusIn(menu: HTMLElement): void {
  const choice = ':is(select, button, input):enabled:not(.close), summary';
  (menu.querySelector<HTMLElement>(choice) ?? menu.querySelector<HTMLElement>('.close'))?.focus();
}

/**
 * Renders the menus of a part's controls, and loads the controls' features. Its code loads after
 * the buttons, or with the first click.
 */
export class ControlMenus {
  readonly #host: BaseElement;
  readonly #room: () => RoomHandle | undefined;
  readonly #menus = new Map<string, ControlMenuController>();

  constructor(host: BaseElement, room: () => RoomHandle | undefined) {
    this.#host = host;
    this.#room = room;
  }

  /** `id` is for `popovertarget`. */
  render(
    id: string,
    { control: { name, menu }, label }: ControlView,
    context: ControlMenuContext,
  ): TemplateResult | typeof nothing {
    if (!menu) return nothing;
    if (this.#menus.size === 0) this.#host.addStyles([menuStyles]);
    let controller = this.#menus.get(name);
    if (!controller) {
      controller = new ControlMenuController(this.#host, {
        button: () => buttonOf(this.#host.renderRoot, name),
        onOpen: () => {
          const room = this.#room();
          if (room) menu.onOpen?.(room);
        },
      });
      this.#menus.set(name, controller);
    }
    const title = { title: label, close: context.messages.dismiss };
    return controller.render(id, title, menu.render(context));
  }

  /** Loads the features whose state the buttons show, once the call is idle. */
  loadAhead(room: RoomHandle, controls: readonly Control[]): void {
    loadAhead(room, controls);
  }

  /** Opens a menu that was clicked before it was rendered. From then on the browser opens it. */
  open(id: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.showPopover();
  }
}
