import { html, nothing, type TemplateResult } from 'lit';
import { type FfcError, toFfcError } from '../../core/errors.js';
import { FfcPinRequestEvent } from '../../events/request-events.js';
import type { PeopleAction } from '../../i18n/panel-messages.js';
import { personWords } from '../../locales/en.js';
import { roomDictionary } from '../../parts/room-words.js';
import { ControlMenuController, menuStyles } from '../../parts/control-menu.js';
import { canFillScreen, fillsScreen, toggleFullScreen } from '../../parts/full-screen.js';
import { amHost } from '../../parts/hosts.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { dispatchRequest } from '../../parts/request.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { canSetVolume, setVolume, volumeOf } from '../../parts/volumes.js';
import { isHost } from '../../state/member.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import { fieldStyles } from '../../styles/field-styles.js';
import type { MenuSubject, PersonMenuHost, PersonMenuOptions } from './lazy-person-menu.js';
import { decide } from './moderation.js';
import { leaveChoices, personChoices, type PersonWords, question } from './person-choices.js';
import { personMenuStyles } from './person-menu-styles.js';

/**
 * The content of the menu: the choices for a person, or the question before an action is carried
 * out.
 */
interface Shown extends MenuSubject {
  readonly isBusy?: boolean;
  readonly error?: FfcError;
}

/**
 * The one menu of an element that shows people. Its subject is the person whose button was clicked,
 * or everybody.
 */
export class PersonMenu {
  readonly #host: PersonMenuHost;
  readonly #options: PersonMenuOptions;
  readonly #menu: ControlMenuController;
  readonly #roomWords;
  readonly #personWords;
  readonly #canSetVolume = canSetVolume();
  readonly #roles = new Map<string, 'host' | 'member'>();
  #shown: Shown = { identity: undefined };
  #button: HTMLElement | null = null;

  constructor(host: PersonMenuHost, options: PersonMenuOptions) {
    this.#host = host;
    this.#options = options;
    const own = () => options.room()?.options.getSnapshot().messages;
    this.#roomWords = new LocaleController(host, roomDictionary, own);
    this.#personWords = new LocaleController(host, { group: 'panels', en: personWords }, own);
    host.addStyles([fieldStyles, menuStyles, personMenuStyles]);
    this.#menu = new ControlMenuController(host, { button: () => this.#buttonNow });
    host.addController({ hostUpdated: () => this.#closeWithoutPerson() });
  }

  /** Sets the subject of the menu. The browser opens it by the clicked button. */
  show(button: HTMLElement, subject: MenuSubject): void {
    this.#button = button;
    this.#set(subject);
  }

  open(): void {
    const menu = this.#host.renderRoot.querySelector<HTMLElement>(`#${this.#options.id}`);
    if (menu && !menu.matches(':popover-open')) menu.showPopover();
  }

  render(): TemplateResult | typeof nothing {
    const room = this.#options.room();
    if (!room) return nothing;
    const words = { ...this.#roomWords.messages, ...this.#personWords.messages };
    const { identity, action, onLeave } = this.#shown;
    const name = this.#personOf(room)?.name ?? '';
    const forSelf = onLeave ? words.leave : words.peopleMuteAll;
    const forAll = action === 'end' ? words.peopleEnd : forSelf;
    const label = identity === undefined ? forAll : words.peopleActions(name);
    const title = { title: label, close: words.peopleCancel };
    const content = this.#renderContent(room, words);
    // Keys in the menu must not reach the elements around it.
    return html`<div class="person-menu" @keydown=${(event: Event) => event.stopPropagation()}>
      ${this.#menu.render(this.#options.id, title, content)}
    </div>`;
  }

  #renderContent(room: RoomHandle, words: PersonWords): TemplateResult {
    const { identity = '', source, picture, action, onLeave, isBusy = false, error } = this.#shown;
    const person = this.#personOf(room);
    if (action) {
      return question({
        words,
        action,
        name: person?.name ?? '',
        isBusy,
        error,
        onCancel: () => this.#close(),
        onConfirm: () => void this.#carryOut(room, action),
      });
    }
    const onAsk = (asked: PeopleAction): void => this.#set({ ...this.#subject, action: asked });
    if (onLeave) {
      const leave = (): void => {
        this.#close();
        onLeave();
      };
      return leaveChoices(words, leave, () => onAsk('end'));
    }
    if (!person) return html``;
    const { pinned } = room.view.state.getSnapshot();
    const isPinned = pinned?.identity === identity && (!source || pinned.source === source);
    const decides = amHost(room) && !person.isLocal;
    return personChoices(
      {
        volume: picture && !person.isLocal ? volumeOf(room, identity) : undefined,
        canSetVolume: this.#canSetVolume,
        isPinned,
        fillsScreen: picture && canFillScreen(picture) ? fillsScreen(picture) : undefined,
        mayMute: decides && person.tracks.some((t) => t.source === 'microphone' && !t.muted),
        role: decides && room.services.channels ? this.#roleOf(person) : undefined,
      },
      {
        words,
        onVolume: (change) => {
          setVolume(room, identity, change);
          this.#host.requestUpdate();
        },
        onPin: () => {
          this.#close();
          const wanted = source ? { identity, source } : { identity };
          dispatchRequest(this.#host, room, new FfcPinRequestEvent(isPinned ? {} : wanted));
        },
        onFullScreen: () => {
          this.#close();
          if (picture) void toggleFullScreen(picture);
        },
        onConnection: () => {
          this.#close();
          void this.#showConnection(room, person);
        },
        onMute: () => void this.#carryOut(room, 'mute'),
        onAsk,
      },
    );
  }

  /** Opens the details of a connection. After a failed load, the next click tries again. */
  async #showConnection(
    room: RoomHandle,
    { identity, isLocal }: ParticipantSnapshot,
  ): Promise<void> {
    const { source = 'camera' } = this.#shown;
    const code = await import('../connection/connection-details.js').catch(() => undefined);
    code?.showConnection(this.#host, room, isLocal ? undefined : { identity, source });
  }

  /** Carries out an action. Never rejects: a failure is shown, and the menu stays open. */
  async #carryOut(room: RoomHandle, action: PeopleAction | 'mute'): Promise<void> {
    if (this.#shown.isBusy) return;
    const { identity = '' } = this.#shown;
    const shown: Shown = { ...this.#subject, ...(action !== 'mute' && { action }) };
    const busy: Shown = { ...shown, isBusy: true };
    this.#set(busy);
    // The person may open the menu for somebody else while the answer is awaited.
    const isShown = (): boolean => this.#shown === busy;
    try {
      await decide(room, action, identity);
      if (action === 'host' || action === 'member') this.#roles.set(identity, action);
      if (isShown()) this.#close();
    } catch (thrown) {
      if (isShown()) this.#set({ ...shown, error: toFfcError(thrown, 'api') });
    }
  }

  /**
   * The role of a participant, including the changes made here: the media server has those only
   * after the next join.
   */
  #roleOf({ identity, member }: ParticipantSnapshot): 'host' | 'member' {
    return this.#roles.get(identity) ?? (isHost(member) ? 'host' : 'member');
  }

  #personOf({ store }: RoomHandle): ParticipantSnapshot | undefined {
    const { identity } = this.#shown;
    return identity ? store.participant(identity).getSnapshot() : undefined;
  }

  /** The subject of the menu, without the question. */
  get #subject(): MenuSubject {
    const { identity, source, picture, onLeave } = this.#shown;
    return {
      identity,
      ...(source && { source }),
      ...(picture && { picture }),
      ...(onLeave && { onLeave }),
    };
  }

  /** The button that opened the menu, or the stop of the Tab key if that has left with its person. */
  get #buttonNow(): HTMLElement | null {
    if (this.#button?.isConnected) return this.#button;
    return this.#host.renderRoot.querySelector<HTMLElement>('[tabindex="0"]');
  }

  #close(): void {
    this.#hide();
    this.#set(this.#subject);
  }

  #hide(): void {
    const menu = `#${this.#options.id}:popover-open`;
    this.#host.renderRoot.querySelector<HTMLElement>(menu)?.hidePopover();
  }

  /** Closes the menu after the call, and that of a person who has left: it has no choices any more. */
  #closeWithoutPerson(): void {
    const room = this.#options.room();
    const isGone = this.#shown.identity !== undefined && !(room && this.#personOf(room));
    if (isGone || !room?.isInCall) this.#hide();
  }

  #set(shown: Shown): void {
    this.#shown = shown;
    this.#host.requestUpdate();
  }
}
