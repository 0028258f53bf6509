import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RoomOwner } from '../../api/types.js';
import type { Readable } from '../../core/cell.js';
import { type FfcError, toFfcError } from '../../core/errors.js';
import { FfcPanelRequestEvent } from '../../events/request-events.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { WaitingMessages } from '../../i18n/panel-messages.js';
import { roomDictionary } from '../../parts/room-words.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import { waitingWords } from '../../locales/en.js';
import { closeIcon } from '../../icons/close.js';
import { doorIcon } from '../../icons/door.js';
import { flagAttribute, SwitchablePartElement } from '../../parts/switchable-part.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { dispatchRequest } from '../../parts/request.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { RoomWaiting } from '../../state/waiting-types.js';
import { buttonStyles } from '../../styles/button-styles.js';
import { tokens } from '../../styles/tokens.js';
import { utilities } from '../../styles/utilities.js';
import { waitingStyles } from './waiting-styles.js';

type Words = RoomMessages & WaitingMessages;

/** The most names in the notice. More people are only counted. */
const namesAtMost = 3;

/**
 * The people who wait for a host's admission, with the buttons to admit or refuse them. It is empty
 * while nobody waits, and for everybody but hosts. The panel `participants` shows it above the
 * people. With `notice` it is a line over the stage, which screen readers announce.
 *
 * @tag ffc-waiting
 * @summary Who waits for a host to let them in.
 *
 * @fires ffc-panel-request
 *
 * @csspart waiting - The list, with its title.
 * @csspart waiting-title - The title.
 * @csspart waiting-person - One person.
 * @csspart waiting-name - The name.
 * @csspart waiting-notice - The line over the stage.
 * @csspart invalid - The reason why an answer failed.
 * @csspart button - Every button.
 */
export class FfcWaitingElement extends SwitchablePartElement {
  static override styles = [tokens, utilities, buttonStyles, waitingStyles];
  // Without decorators: their helpers would be larger than this code.
  static override properties: PropertyDeclarations = {
    notice: { type: Boolean, reflect: true, converter: flagAttribute },
  };

  /** Whether to show one line with the names in place of the list. */
  notice = false;

  readonly #room = new RoomController(this, {
    watch: (room) => this.#watched(room),
    onRoom: (room, signal) => void this.#load(room, signal),
  });
  readonly #words = new LocaleController(
    this,
    { group: 'panels', en: waitingWords },
    () => this.#ownWords,
  );
  readonly #roomWords = new LocaleController(this, roomDictionary, () => this.#ownWords);
  #waiting: RoomWaiting | undefined;
  /** The ids of people whose answer is being sent. */
  readonly #busy = new Set<string>();
  #error: FfcError | undefined;
  /** The people who waited when the notice was closed. */
  #dismissed: ReadonlySet<string> = new Set();

  protected override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement as HTMLElement | null | undefined;
    const index = focused ? this.#answers.indexOf(focused) : -1;
    super.update(changed);
    if (!focused || focused.isConnected) return;
    // The person is gone with the button: the focus moves to the same button of the next person.
    // The button for all of them is gone when one is left: it moves to the one that admits.
    const answers = this.#answers;
    const next = answers[index] ?? answers.at(index % 2 === 0 ? -2 : -1);
    if (next) next.focus();
    else this.#passFocus();
  }

  /** Moves the focus to what the element stands beside in the room, such as the list of people. */
  #passFocus(): void {
    const around = this.parentElement;
    if (!around || this.getRootNode() === this.ownerDocument) return;
    const target = around.querySelector<HTMLElement>('[tabindex="0"]');
    (target ?? around.closest<HTMLElement>('[tabindex]'))?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { room } = this.#room;
    const words = { ...this.#roomWords.messages, ...this.#words.messages };
    const people = this.#waiting?.people.getSnapshot() ?? [];
    if (this.notice) return this.#renderNotice(room, people, words);
    if (people.length === 0) return nothing;
    const { headingLevel = 2 } = room?.options.getSnapshot() ?? {};
    return this.#renderList(people, words, headingLevel + 1);
  }

  #renderList(people: readonly RoomOwner[], words: Words, level: number): TemplateResult {
    const failure = this.#error && roomErrorWords(words, this.#error);
    return html`
      <section part="waiting" aria-labelledby="title">
        <div class="title">
          <h3 id="title" part="waiting-title" aria-level=${level}>
            ${`${words.waitingList} (${people.length})`}
          </h3>
          ${
            people.length > 1
              ? html`<button
                  type="button"
                  class="button"
                  part="button"
                  @click=${() => void this.#answer('', (waiting) => waiting.admitAll())}
                >
                  ${words.waitingAdmitAll}
                </button>`
              : nothing
          }
        </div>
        ${
          failure
            ? html`<p class="invalid" part="invalid" role="alert">
                ${failure.title}. ${failure.remedy ?? nothing}
              </p>`
            : nothing
        }
        <ul role="list">
          ${repeat(
            people,
            ({ appUserId }) => appUserId,
            (person) => this.#renderPerson(person, words),
          )}
        </ul>
      </section>
    `;
  }

  #renderPerson(person: RoomOwner, words: Words): TemplateResult {
    const name = nameOf(person);
    return html`
      <li part="waiting-person">
        <span class="name" part="waiting-name" dir="auto" title=${name}>${name}</span>
        <span class="answers">
          ${this.#renderAnswer('refuse', person, words.waitingRefuse, words.waitingRefuseName(name))}
          ${this.#renderAnswer('admit', person, words.waitingAdmit, words.waitingAdmitName(name))}
        </span>
      </li>
    `;
  }

  #renderAnswer(
    answer: 'admit' | 'refuse',
    { appUserId }: RoomOwner,
    text: string,
    label: string,
  ): TemplateResult {
    return html`<button
      type="button"
      class="button ${answer === 'admit' ? 'primary' : ''}"
      part="button"
      aria-label=${label}
      aria-busy=${this.#busy.has(appUserId) ? 'true' : 'false'}
      @click=${() => void this.#answer(appUserId, (waiting) => waiting[answer](appUserId))}
    >
      ${text}
    </button>`;
  }

  /** Renders the notice. The live region must exist before it has text. */
  #renderNotice(
    room: RoomHandle | undefined,
    people: readonly RoomOwner[],
    words: Words,
  ): TemplateResult {
    const isNew = people.some(({ appUserId }) => !this.#dismissed.has(appUserId));
    const names = people.map(nameOf);
    const news = words.waitingNews(names.length > namesAtMost ? [] : names, names.length);
    const isListed = room?.view.state.getSnapshot().panel === 'participants';
    const [only] = people.length === 1 ? people : [];
    const text = isNew ? news : nothing;
    if (!room || !isNew || isListed) {
      return html`<div class="visually-hidden" role="status">${text}</div>`;
    }
    const show = (): void =>
      void dispatchRequest(
        this,
        room,
        new FfcPanelRequestEvent({ panel: 'participants', open: true }),
      );
    return html`
      <div class="visually-hidden" role="status">${text}</div>
      <div class="toast" part="waiting-notice">
        ${doorIcon}
        <span aria-hidden="true">${text}</span>
        <button type="button" class="button" part="button" @click=${show}>
          ${words.waitingShow}
        </button>
        ${only ? this.#renderAnswer('admit', only, words.waitingAdmit, words.waitingAdmitName(nameOf(only))) : nothing}
        <button
          type="button"
          class="button quiet icon-only"
          part="button"
          aria-label=${words.dismiss}
          @click=${() => this.#dismiss(people)}
        >
          ${closeIcon}
        </button>
      </div>
    `;
  }

  async #load(room: RoomHandle, signal: AbortSignal): Promise<void> {
    this.#waiting = undefined;
    try {
      const waiting = await room.use('waiting');
      if (signal.aborted) return;
      this.#waiting = waiting;
      this.requestUpdate();
    } catch {
      // Without the code of the feature nobody is shown. The next room tries again.
    }
  }

  /** Sends one answer at a time for each person, and shows the reason of a failure. */
  async #answer(key: string, give: (waiting: RoomWaiting) => Promise<void>): Promise<void> {
    if (!this.#waiting || this.#busy.has(key)) return;
    this.#busy.add(key);
    this.#error = undefined;
    this.requestUpdate();
    try {
      await give(this.#waiting);
    } catch (thrown) {
      this.#error = toFfcError(thrown, 'api');
    }
    this.#busy.delete(key);
    this.requestUpdate();
  }

  #dismiss(people: readonly RoomOwner[]): void {
    this.#dismissed = new Set(people.map(({ appUserId }) => appUserId));
    this.requestUpdate();
  }

  /** The buttons of the list: two for each person. */
  get #answers(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('li button')];
  }

  #watched({ view }: RoomHandle): readonly Readable<unknown>[] {
    return [view.state, ...(this.#waiting ? [this.#waiting.people] : [])];
  }

  get #ownWords(): ReturnType<RoomHandle['options']['getSnapshot']>['messages'] {
    return this.#room.room?.options.getSnapshot().messages;
  }
}

/** The name of a person. A long name is cut, because people can choose any. */
function nameOf({ appUserId, appUserName }: RoomOwner): string {
  return (appUserName || appUserId).slice(0, 100);
}
