import type { nothing, TemplateResult } from 'lit';
import { select } from '../../core/cell.js';
import { LazyPersonMenu } from '../../features/person-menu/lazy-person-menu.js';
import type { LeaveMessages } from '../../i18n/panel-messages.js';
import { leaveWords } from '../../locales/en.js';
import type { BaseElement } from '../../parts/base-element.js';
import { amHost, canEnd } from '../../parts/hosts.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';

/** The id of the menu, for `popovertarget`. */
export const leaveMenuId = 'menu-leave';

/**
 * The menu beside the button that leaves: with it a host leaves, or ends the call for everybody. Its
 * question is that of the list of people. Only some apps can end a call for everybody.
 */
export class LeaveMenu {
  readonly #words: LocaleController<LeaveMessages>;
  readonly #menu: LazyPersonMenu;

  constructor(host: BaseElement, room: () => RoomHandle | undefined) {
    this.#words = new LocaleController(
      host,
      { group: 'panels', en: leaveWords },
      () => room()?.options.getSnapshot().messages,
    );
    this.#menu = new LazyPersonMenu(host, { id: leaveMenuId, room });
    // The person may become a host during the call.
    new RoomController(host, {
      watch: ({ store }) => {
        const { localIdentity = '' } = store.roster.getSnapshot();
        return [select(store.participant(localIdentity), (self) => self?.member.role)];
      },
    });
  }

  /** The name of the button that opens the menu. */
  get label(): string {
    return this.#words.messages.leaveOptions;
  }

  isOffered(room: RoomHandle): boolean {
    return room.isInCall && amHost(room) && canEnd(room);
  }

  /** Shows the menu. Call it from a click on the button. */
  show(button: HTMLElement, onLeave: () => void): void {
    this.#menu.show(button, { identity: undefined, onLeave });
  }

  /** Renders the menu, once it was opened. Parts: `menu`, `menu-item`, `button`. */
  render(): TemplateResult | typeof nothing {
    return this.#menu.render();
  }
}
