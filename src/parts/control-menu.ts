import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { closeIcon } from '../icons/close.js';
import { placeMenu } from './menu-place.js';
import { windowOf } from './tree.js';

export { menuStyles } from './menu-styles.js';

type Host = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

export interface ControlMenuOptions {
  /** The button that opens the menu; undefined while it is not drawn. */
  readonly button: () => HTMLElement | null;
  readonly onOpen?: () => void;
}

/** What a button of a control opens: placed over the button, and left by Escape or a click beside. */
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
