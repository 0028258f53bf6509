import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { type FfcError, toFfcError } from '../../core/errors.js';
import { FfcPinRequestEvent } from '../../events/request-events.js';
import type { PeopleAction } from '../../i18n/panel-messages.js';
import { ControlMenuController } from '../../parts/control-menu.js';
import { dispatchRequest } from '../../parts/request.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { isHost } from '../../state/member.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import { amHost, decide } from './moderation.js';
import { personMenu, question } from './person-menu.js';
import type { PeopleWords } from './person-row.js';

type Host = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: DocumentFragment | HTMLElement };

/** What the menu shows: the choices of a person, or the question before one is carried out. */
interface Shown {
  /** Undefined: everybody. */
  readonly identity: string | undefined;
  readonly action?: PeopleAction;
  readonly isBusy?: boolean;
  readonly error?: FfcError;
}

/** The one menu of the list: of the person whose button was used, or of all. */
export class PeopleMenu {
  readonly #host: Host;
  readonly #menu: ControlMenuController;
  #shown: Shown = { identity: undefined };
  readonly #roles = new Map<string, 'host' | 'member'>();
  #button: HTMLElement | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#menu = new ControlMenuController(host, {
      button: () => this.#button,
      onOpen: () => {},
    });
  }

  /** The menu is about somebody from now on; the button that was clicked opens it. */
  show(event: Event, identity: string | undefined, action?: PeopleAction): void {
    this.#button = event.currentTarget as HTMLElement;
    this.#set({ identity, ...(action && { action }) });
  }

  render(room: RoomHandle, words: PeopleWords): TemplateResult {
    const { identity } = this.#shown;
    const name = this.#personOf(room)?.name ?? '';
    const label = identity === undefined ? words.peopleMuteAll : words.peopleActions(name);
    const title = { title: label, close: words.peopleCancel };
    return this.#menu.render('menu', title, this.#renderContent(room, words));
  }

  #renderContent(room: RoomHandle, words: PeopleWords): TemplateResult {
    const { identity = '', action, isBusy = false, error } = this.#shown;
    const person = this.#personOf(room);
    if (action) {
      return question({
        words,
        action,
        name: person?.name ?? '',
        isBusy,
        error,
        onCancel: () => this.#close(),
        onConfirm: () => void this.#carryOut(room, action, identity),
      });
    }
    if (!person) return html``;
    const isPinned = room.view.state.getSnapshot().pinned?.identity === identity;
    const decides = amHost(room) && !person.isLocal;
    return personMenu(
      {
        isPinned,
        mayMute: decides && person.tracks.some((t) => t.source === 'microphone' && !t.muted),
        role: decides && room.services.channels ? this.#roleOf(person) : undefined,
      },
      {
        words,
        onPin: () => {
          this.#close();
          const request = new FfcPinRequestEvent(isPinned ? {} : { identity });
          dispatchRequest(this.#host, room, request);
        },
        onMute: () => void this.#carryOut(room, 'mute', identity),
        onAsk: (asked) => this.#set({ identity, action: asked }),
      },
    );
  }

  /** Never rejects: a failure is shown, and the menu stays. */
  async #carryOut(
    room: RoomHandle,
    action: PeopleAction | 'mute',
    identity: string,
  ): Promise<void> {
    const shown: Shown = { identity, ...(action !== 'mute' && { action }) };
    if (this.#shown.isBusy) return;
    this.#set({ ...shown, isBusy: true });
    try {
      await decide(room, action, identity);
      if (action === 'host' || action === 'member') this.#roles.set(identity, action);
      if (this.#shown.identity === identity) this.#close();
    } catch (thrown) {
      this.#set({ ...shown, error: toFfcError(thrown, 'api') });
    }
  }

  /** The service has agreed to what was decided here; the call hears of it with the next join. */
  #roleOf({ identity, member }: ParticipantSnapshot): 'host' | 'member' {
    return this.#roles.get(identity) ?? (isHost(member) ? 'host' : 'member');
  }

  #personOf({ store }: RoomHandle): ParticipantSnapshot | undefined {
    const { identity } = this.#shown;
    return identity ? store.participant(identity).getSnapshot() : undefined;
  }

  #close(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('#menu:popover-open')?.hidePopover();
    this.#set({ identity: this.#shown.identity });
  }

  #set(shown: Shown): void {
    this.#shown = shown;
    this.#host.requestUpdate();
  }
}
