import { nothing, type TemplateResult } from 'lit';
import { loadFailed } from '../core/errors.js';
import { FfcErrorEvent } from '../events/error-event.js';
import type { BaseElement } from './base-element.js';
import type * as Code from './control-menu.js';
import type { ControlMenuController } from './control-menu.js';
import type { ControlView } from './control-view.js';
import type { Control, ControlMenuContext } from './controls.js';
import type { RoomHandle } from './room-handle.js';

/** What draws and places menus: once for all parts of the page. */
let code: typeof Code | undefined;
let loading: Promise<typeof Code> | undefined;

/** Rejects when the code cannot be had; the next call tries again. */
export async function loadMenus(): Promise<void> {
  loading ??= import('./control-menu.js');
  try {
    code = await loading;
  } catch (cause) {
    loading = undefined;
    throw cause;
  }
}

/** The menus that the controls of a part open. Their code loads behind the part, or with a click. */
export class ControlMenus {
  readonly #host: BaseElement;
  readonly #menus = new Map<string, ControlMenuController>();
  #isRequested = false;

  readonly #room: () => RoomHandle | undefined;

  constructor(host: BaseElement, room: () => RoomHandle | undefined) {
    this.#host = host;
    this.#room = room;
  }

  /** `id` is for `popovertarget`. Nothing until the code is there, which then draws the part anew. */
  render(
    id: string,
    { control, label }: ControlView,
    context: ControlMenuContext,
  ): TemplateResult | typeof nothing {
    const { name, menu } = control;
    if (!menu) return nothing;
    const controller = this.#menus.get(name) ?? this.#create(control);
    const title = { title: label, close: context.messages.dismiss };
    return controller?.render(id, title, menu.render(context)) ?? nothing;
  }

  /** Opens the menu of a click that came before the code. After that the browser does it itself. */
  async open(id: string, { control, state }: ControlView): Promise<void> {
    if (code || !control.menu || state.disabled) return;
    try {
      await this.#load();
    } catch (cause) {
      const error = loadFailed('The code of a menu could not be loaded.', cause);
      this.#room()?.host.dispatchEvent(new FfcErrorEvent({ error }));
      return;
    }
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.showPopover();
  }

  #create({ name, menu }: Control): ControlMenuController | undefined {
    if (!code) {
      // Nobody waits for it, and a click tries again.
      if (!this.#isRequested) this.#load().catch(() => {});
      this.#isRequested = true;
      return undefined;
    }
    if (this.#menus.size === 0) this.#host.addStyles([code.menuStyles]);
    const created = new code.ControlMenuController(this.#host, {
      button: () => this.#host.renderRoot.querySelector(`[data-control=${name}]`),
      onOpen: () => {
        const room = this.#room();
        if (room) menu?.onOpen?.(room);
      },
    });
    this.#menus.set(name, created);
    return created;
  }

  async #load(): Promise<void> {
    await loadMenus();
    this.#host.requestUpdate();
  }
}
