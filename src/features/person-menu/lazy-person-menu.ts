import { type CSSResult, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PeopleAction } from '../../i18n/panel-messages.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { PinSource } from '../../state/view.js';
import type { PersonMenu } from './person-menu.js';

/** An element that shows people, with one menu for all of them. */
export type PersonMenuHost = ReactiveControllerHost &
  HTMLElement & {
    readonly renderRoot: DocumentFragment | HTMLElement;
    readonly addStyles: (styles: readonly CSSResult[]) => void;
  };

/** The subject of the menu. */
export interface MenuSubject {
  /** The identity; undefined: everybody. */
  readonly identity: string | undefined;
  /** The picture of the person; left out: any. */
  readonly source?: PinSource;
  /** The tile of the picture: then the menu also has its size and volume. */
  readonly picture?: HTMLElement;
  /** The question that is shown in place of the choices. */
  readonly action?: PeopleAction;
  /** Leaves the call: then the choices are to leave, and to end the call for everybody. */
  readonly onLeave?: () => void;
}

export interface PersonMenuOptions {
  /** The id for the `popovertarget` of the buttons. */
  readonly id: string;
  readonly room: () => RoomHandle | undefined;
}

/** The menu of a person. Its code loads with the first opening. */
export class LazyPersonMenu {
  readonly #host: PersonMenuHost;
  readonly #options: PersonMenuOptions;
  #menu: PersonMenu | undefined;

  constructor(host: PersonMenuHost, options: PersonMenuOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Shows the menu. Call it from a click on a button with the menu as its `popovertarget`. */
  show(button: HTMLElement, subject: MenuSubject): void {
    if (this.#menu) this.#menu.show(button, subject);
    // The click found no popover, so the load opens it. After a failure the next click tries again.
    else void this.#open(button, subject).catch(() => {});
  }

  render(): TemplateResult | typeof nothing {
    return this.#menu?.render() ?? nothing;
  }

  async #open(button: HTMLElement, subject: MenuSubject): Promise<void> {
    const { PersonMenu } = await import('./person-menu.js');
    const menu = (this.#menu ??= new PersonMenu(this.#host, this.#options));
    menu.show(button, subject);
    await this.#host.updateComplete;
    if (button.isConnected) menu.open();
  }
}
