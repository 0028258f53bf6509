import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { closeIcon } from '../icons/close.js';
import type { BaseElement } from './base-element.js';
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
  /** The button that opens the menu; undefined while it is not drawn. */
  readonly button: () => HTMLElement | null;
  readonly onOpen?: () => void;
}

/**
 * Draws the menu of a control's button: placed over it, and closed by Escape or a click beside it.
 */
export class ControlMenuController implements ReactiveController {
  readonly #host: Host;
  readonly #options: ControlMenuOptions;
  #lifetime: AbortController | undefined;
  #hadFocus = false;

  constructor(host: Host, options: ControlMenuOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#lifetime?.abort();
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
    this.#hadFocus = event.newState === 'closed' && menu.matches(':focus-within');
  };

  readonly #onToggle = (event: ToggleEvent): void => {
    this.#lifetime?.abort();
    const menu = event.currentTarget as HTMLElement;
    menu.classList.remove('placed');
    const button = this.#options.button();
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
    menu
      .querySelector<HTMLElement>(':is(select, button, input):enabled:not(.close), summary')
      ?.focus();
    this.#options.onOpen?.();
  };

  /** Unless a click elsewhere has taken it. */
  #returnFocus(menu: HTMLElement, button: HTMLElement | null): void {
    const { activeElement, body } = this.#host.ownerDocument;
    const isFree = activeElement === body || menu.matches(':focus-within');
    if (this.#hadFocus && isFree) button?.focus();
  }
}

/** What the controls of a part need beyond their buttons: it loads behind those, or with a click. */
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
        button: () => this.#host.renderRoot.querySelector(`[data-control=${name}]`),
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

  /** Loads what the buttons need to know of a call, when that call has gone quiet. */
  loadAhead(room: RoomHandle, controls: readonly Control[]): void {
    loadAhead(room, controls);
  }

  /** Opens the menu of a click that came before it was drawn. After that the browser does it. */
  open(id: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.showPopover();
  }
}
