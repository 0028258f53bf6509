import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Readable, select } from '../../core/cell.js';
import type { PeopleAction } from '../../i18n/panel-messages.js';
import { callWords, peopleWords } from '../../locales/en.js';
import { addRoomWords, roomDictionary } from '../../parts/room-words.js';
import { searchIcon } from '../../icons/search.js';
import { PartElement } from '../../parts/part-element.js';
import { amHost, canEnd } from '../../parts/hosts.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { memoized } from '../../parts/memoized.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { signsOf } from '../../parts/signs.js';
import { windowOf } from '../../parts/tree.js';
import { commonStyles } from '../../styles/common-styles.js';
import { LazyPersonMenu } from '../person-menu/lazy-person-menu.js';
import { listPeople, summarize, type PersonSummary } from './people-list.js';
import { peopleStyles } from './people-styles.js';
import { type PeopleWords, personRow } from './person-row.js';
import { RowFocus } from './row-focus.js';
import { rowHeight, visibleRows } from './virtual-rows.js';

addRoomWords(callWords);

/**
 * The participants of a call: first the local one, then those with a raised hand in their order,
 * then the others. It is the content of the panel `participants`. You may also place it anywhere
 * else, inside `<ffc-room>` or with `for`. Each participant has a menu, which also has the actions
 * of a host. Below the list, hosts can mute everybody, and end the call for everybody if the app's
 * `roomsApi` has the method `endRoom`.
 *
 * The list is one stop of the Tab key. The arrow keys, Home and End move between people, and Enter
 * opens the menu. With 100 people or more, only the visible rows are rendered.
 *
 * @tag ffc-participants
 * @summary The people of a call.
 *
 * @fires ffc-pin-request
 *
 * @csspart people - The whole element.
 * @csspart people-search - The search field.
 * @csspart people-list - The list.
 * @csspart people-none - The message that nobody matches the search.
 * @csspart people-observers - The names of observers, for hosts.
 * @csspart person - One person.
 * @csspart person-avatar - The picture, or the initials.
 * @csspart person-name - The name.
 * @csspart person-role - The person's role in the call, unless everybody has the same.
 * @csspart person-states - The icons for hand, screen, camera and microphone.
 * @csspart person-menu - The button that opens the menu of a person.
 * @csspart person-choice - A choice in the menu of a person.
 * @csspart person-volume - The volume of the person, in that menu.
 * @csspart menu - The menu of a person.
 * @csspart invalid - The failure of letting a waiting person in or turning them away.
 * @csspart dialog - The details of a person's connection.
 * @csspart dialog-title - Their title.
 * @csspart text - A line of them.
 * @csspart button - Every button.
 *
 * @cssprop [--ffc-color-speaking] - The ring around a speaker.
 */
export class FfcParticipantsElement extends PartElement {
  static override styles = [commonStyles, peopleStyles];

  readonly #room = new RoomController(this, {
    watch: (room) => this.#watched(room),
    onRoom: (room, signal) => {
      this.#summaries.clear();
      const { store } = room;
      const redraw = (): void => this.requestUpdate();
      // The search also covers the names of rows that are not rendered.
      store.on('participant-change', ({ changed }) => changed.includes('member') && redraw(), {
        signal,
      });
    },
  });
  readonly #words = new LocaleController(
    this,
    { group: 'panels', en: peopleWords },
    () => this.#ownWords,
  );
  readonly #roomWords = new LocaleController(this, roomDictionary, () => this.#ownWords);
  readonly #menu = new LazyPersonMenu(this, { id: 'menu', room: () => this.#room.room });
  readonly #focus = new RowFocus(this);
  readonly #summaries = new Map<string, Readable<PersonSummary | undefined>>();
  #sizes: ResizeObserver | undefined;
  #query = '';
  #people: readonly string[] = [];
  #drawn: readonly string[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
    this.#sizes = undefined;
  }

  /** Moves the focus to the search field. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  protected override willUpdate(): void {
    const { room } = this.#room;
    const hands = room ? signsOf(room).hands.getSnapshot() : [];
    this.#people = room?.isInCall ? listPeople(room.store, hands, this.#query) : [];
    this.#focus.setItems(this.#people);
    const { scrollTop: top = 0, clientHeight: height = 600 } = this.#scroller ?? {};
    const rows = visibleRows(this.#people.length, { top, height }, this.#focus.index);
    this.#drawn = rows.flatMap((index) => this.#people[index] ?? []);
  }

  protected override render(): TemplateResult {
    const { room } = this.#room;
    const words = { ...this.#roomWords.messages, ...this.#words.messages };
    const count = this.#people.length;
    return html`
      <div class="frame">
        <div class="people" part="people">
          <label class="search">
            ${searchIcon}
            <input
              type="search"
              class="input"
              part="people-search"
              autocomplete="off"
              maxlength="100"
              placeholder=${words.peopleSearch}
              aria-label=${words.peopleSearch}
              @input=${this.#onSearch}
            />
          </label>
          <ffc-waiting
            exportparts="waiting, waiting-title, waiting-person, waiting-name, invalid, button"
          ></ffc-waiting>
          <div class="scroll" @scroll=${() => this.requestUpdate()}>
            ${room?.isInCall ? this.#renderList(room, words) : this.#renderNone(words.notInCall)}
          </div>
          <p class="visually-hidden" role="status">
            ${this.#query && count > 0 ? words.peopleFound(count) : nothing}
          </p>
          ${room?.isInCall && amHost(room) ? this.#renderBottom(room, words) : nothing}
        </div>
      </div>
      ${this.#menu.render()}
    `;
  }

  protected override updated(): void {
    if (this.isConnected && this.#scroller) this.#observe(this.#scroller);
    this.#focus.afterRender();
  }

  #renderList(room: RoomHandle, words: PeopleWords): TemplateResult {
    const count = this.#people.length;
    if (count === 0) return this.#renderNone(words.peopleNone(this.#query.trim()));
    const { hands, reactions } = signsOf(room);
    const indexes = new Map(this.#people.map((identity, index) => [identity, index]));
    return html`<ul
      role="list"
      part="people-list"
      aria-label=${words.people}
      .style=${`block-size: ${count * rowHeight}px`}
      @keydown=${this.#focus.onKeydown}
      @focusin=${this.#focus.onFocusin}
    >
      ${repeat(
        this.#drawn,
        (identity) => identity,
        (identity) => {
          const person = this.#summaryOf(room, identity).getSnapshot();
          const index = indexes.get(identity) ?? 0;
          return person
            ? personRow(person, {
                words,
                index,
                count,
                isCurrent: index === this.#focus.current,
                hand: hands.getSnapshot().indexOf(identity) + 1,
                reaction: reactions.getSnapshot().get(identity),
                onMenu: (event) => this.#menu.show(buttonOf(event), { identity }),
              })
            : nothing;
        },
      )}
    </ul>`;
  }

  /** Renders the line below the list, for hosts. */
  #renderBottom(room: RoomHandle, words: PeopleWords): TemplateResult {
    const { store } = room;
    const observers = store.observers
      .getSnapshot()
      .map((identity) => store.participant(identity).getSnapshot()?.name ?? identity);
    return html`${
        observers.length > 0
          ? html`<p class="observers" part="people-observers">
              ${words.peopleObservers(observers)}
            </p>`
          : nothing
      }
      <div class="bottom">
        ${this.#renderAction('mute-all', words.peopleMuteAll)}
        ${canEnd(room) ? this.#renderAction('end', words.peopleEnd) : nothing}
      </div>`;
  }

  /** Renders the button of an action on everybody. */
  #renderAction(action: PeopleAction, label: string): TemplateResult {
    return html`<button
      type="button"
      class="button ${action}"
      part="button"
      popovertarget="menu"
      aria-haspopup="dialog"
      @click=${(event: Event) => this.#menu.show(buttonOf(event), { identity: undefined, action })}
    >
      ${label}
    </button>`;
  }

  #renderNone(text: string): TemplateResult {
    return html`<p class="none" part="people-none" role="status">${text}</p>`;
  }

  #watched(room: RoomHandle): readonly Readable<unknown>[] {
    const { store, view } = room;
    const { hands, reactions } = signsOf(room);
    const people = this.#drawn.map((identity) => this.#summaryOf(room, identity));
    const roster = this.#rosterOf(room);
    return [store.phase, roster, store.observers, hands, reactions, view.state, ...people];
  }

  /** The roster without the speakers, which each row renders by itself. */
  readonly #rosterOf = memoized(({ store }: RoomHandle) =>
    select(store.roster, ({ identities }) => identities),
  );

  #summaryOf({ store }: RoomHandle, identity: string): Readable<PersonSummary | undefined> {
    const known = this.#summaries.get(identity) ?? select(store.participant(identity), summarize);
    this.#summaries.set(identity, known);
    return known;
  }

  #observe(scroller: HTMLElement): void {
    // An observer of another window would report sizes too late, and log an error.
    const Observer = windowOf(scroller)?.ResizeObserver ?? ResizeObserver;
    this.#sizes ??= new Observer(() => this.requestUpdate());
    this.#sizes.observe(scroller);
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector('.scroll');
  }

  get #ownWords(): ReturnType<RoomHandle['options']['getSnapshot']>['messages'] {
    return this.#room.room?.options.getSnapshot().messages;
  }

  readonly #onSearch = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  };
}

function buttonOf({ currentTarget }: Event): HTMLElement {
  return currentTarget as HTMLElement;
}
