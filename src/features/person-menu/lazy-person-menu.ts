import { type CSSResult, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PeopleAction } from '../../i18n/panel-messages.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { PinSource } from '../../state/view.js';
import type { PersonMenu } from './person-menu.js';

/** An element that shows people and has one menu for all of them. */
export type PersonMenuHost = ReactiveControllerHost &
  HTMLElement & {
    readonly renderRoot: DocumentFragment | HTMLElement;
    readonly addStyles: (styles: readonly CSSResult[]) => void;
  };

/** Whom the menu is about. */
export interface MenuSubject {
  /** Undefined: everybody. */
  readonly identity: string | undefined;
  /** Which picture of theirs; left out: any. */
  readonly source?: PinSource;
  /** The picture itself: then the menu is also about how it looks and sounds here. */
  readonly picture?: HTMLElement;
  /** The question that stands in place of the choices. */
  readonly action?: PeopleAction;
}

export interface PersonMenuOptions {
  /** For the `popovertarget` of the buttons. */
  readonly id: string;
  readonly room: () => RoomHandle | undefined;
}

/** The menu of a person, whose code comes with the first opening. */
export class LazyPersonMenu {
  readonly #host: PersonMenuHost;
  readonly #options: PersonMenuOptions;
  #menu: PersonMenu | undefined;

  constructor(host: PersonMenuHost, options: PersonMenuOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** To be called by a click on a button that has the menu as its `popovertarget`. */
  show(button: HTMLElement, subject: MenuSubject): void {
    if (this.#menu) this.#menu.show(button, subject);
    // The click had no target yet; where the code cannot be had, the next one tries again.
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
