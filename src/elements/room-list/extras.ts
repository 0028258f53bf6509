/** Faces, countdowns, links and further filters: a chunk that loads after the first rooms. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import type { RoomListLaterMessages } from '../../i18n/list-messages.js';
import { checkIcon } from '../../icons/check.js';
import { filtersIcon } from '../../icons/filters.js';
import { linkIcon } from '../../icons/link.js';
import { listFilters, listLater, presenceWords } from '../../locales/en.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { roomHandleKey } from '../../parts/room-handle.js';
import { isLive, startOf } from '../../state/room-rules.js';
import { extraStyles } from './extra-styles.js';
import type { Faces } from './faces.js';
import { filterStyles, filtersView, type FilterWords } from './filters.js';
import type { ChoiceView, FurtherFilters, ToolbarHandlers } from './frame-views.js';
import type { LazyContent } from './lazy-content.js';
import type { ListConnection } from './list-connection.js';
import { targetOf } from './picked-room.js';
import type { RoomListElementBase } from './room-list-options.js';
import { type RowExtras, shortTitle } from './room-row.js';

const filterNames = ['type', 'accessLevel', 'owner'] as const;

/** How long before its start a room shows a countdown, in milliseconds. */
const countdownMs = 60 * 60_000;
/** How long after its start time a scheduled room shows that it starts now, in milliseconds. */
const startingMs = 5 * 60_000;
/** How long a row shows the result of copying its link, in milliseconds. */
const copiedMs = 2500;

/** The words of a list. */
type ListWords = Pick<LazyContent, 'messages'>;

/** Adds faces, countdowns and links to the rows of one list, and filters to its toolbar. */
export class ListExtras implements RowExtras, FurtherFilters {
  /** The filters that the page set, before the person chose others. */
  givenFilters: Pick<RoomListElementBase, (typeof filterNames)[number]> | undefined;

  readonly #list: RoomListElementBase;
  readonly #lazy: ListWords;
  readonly #say: (text: string) => unknown;
  readonly #words: LocaleController<RoomListLaterMessages>;
  readonly #filterWords: LocaleController<Omit<FilterWords, 'accessName'>>;
  #faces: Faces | undefined;
  #isFiltering = false;
  #me: (() => string | undefined) | undefined;
  /** The room whose copy button was just used, and whether its link was copied. */
  #copied: { readonly id: number; readonly isDone: boolean } | undefined;

  /** @param say Announces a text to screen readers. */
  constructor(list: RoomListElementBase, lazy: ListWords, say: (text: string) => unknown) {
    this.#list = list;
    this.#lazy = lazy;
    this.#say = say;
    const overrides = () => list.messages;
    this.#filterWords = new LocaleController(list, { group: 'list', en: listFilters }, overrides);
    // Other languages have these words in the group `panels`, which also loads after the rooms.
    const en = { ...listLater, ...presenceWords };
    this.#words = new LocaleController<RoomListLaterMessages>(
      list,
      { group: 'panels', en },
      overrides,
    );
    list.addStyles([extraStyles, filterStyles]);
  }

  /** Loads the faces after each load of the rooms, and runs the countdown, until an abort. */
  follow(connection: ListConnection): void {
    const { store, signal } = connection;
    const list = this.#list;
    this.#me = () => connection.me?.appUserId;
    const options = { signal };
    let faces: Faces | undefined;
    this.#faces = undefined;
    const loadFaces = async (): Promise<void> => {
      const phase = store.phase.getSnapshot();
      if (phase.state !== 'ready' || !phase.rooms.some(isLive)) return;
      const code = await import('./faces.js').catch(() => undefined);
      if (!code || signal.aborted) return;
      this.#faces = faces ??= new code.Faces(() => list.requestUpdate());
      await faces.load(phase.rooms, connection);
    };
    store.on('load', () => void loadFaces(), options);
    void loadFaces();
    const onTarget = (): void => {
      // After the join the room is live, and the member may read its channel.
      if (isInCall(list)) {
        faces?.forgetRefusals();
        store.refreshQuietly().catch(() => {});
      }
      list.requestUpdate();
    };
    const { ownerDocument: page } = list;
    page.addEventListener('ffc-state-change', onTarget, options);
    const onParticipants = (): void => {
      if (isInCall(list)) list.requestUpdate();
    };
    page.addEventListener('ffc-participant-joined', onParticipants, options);
    page.addEventListener('ffc-participant-left', onParticipants, options);
    const countdown = setInterval(() => {
      const phase = store.phase.getSnapshot();
      const isCounting = phase.state === 'ready' && phase.rooms.some(isNear);
      if (isCounting && !page.hidden) list.requestUpdate();
    }, 1000);
    signal.addEventListener('abort', () => clearInterval(countdown));
  }

  time(room: VideoRoom): TemplateResult | undefined {
    const start = startOf(room);
    if (start === undefined || !isNear(room)) return undefined;
    const { startsIn, startsNow } = this.#words.messages;
    const left = start - Date.now();
    return html`<time datetime=${room.scheduledAt ?? ''} class="countdown">
      ${left > 0 ? startsIn(clock(left)) : startsNow}
    </time>`;
  }

  facts(room: VideoRoom): TemplateResult {
    const { openHere, inCall, inviteNotCopied } = this.#words.messages;
    const list = this.#list;
    const target = targetOf(list);
    const openId = target?.roomId;
    const isOpen = !!openId && [String(room.id), room.uuid].includes(openId);
    const isOurCall = isOpen && isInCall(list);
    // Other elements that open rooms may have participants of another shape.
    const participants =
      isOurCall && target && roomHandleKey in target ? target.participants : undefined;
    const { id, isDone } = this.#copied ?? {};
    return html`${
      isOpen
        ? html`<span part="current" class="badge here">${isOurCall ? inCall : openHere}</span>`
        : nothing
    }${this.#faces?.render(room, this.#words.messages, participants)}${
      id === room.id && !isDone ? html`<span part="not-copied">${inviteNotCopied}</span>` : nothing
    }`;
  }

  /** The number of further filters that the person has chosen. */
  get chosenFilters(): number {
    const given = this.givenFilters;
    return given ? filterNames.filter((name) => this.#list[name] !== given[name]).length : 0;
  }

  /** Part: `filter-button`. */
  button(): TemplateResult {
    const { filters } = this.#filterWords.messages;
    const chosen = this.chosenFilters;
    const label = chosen > 0 ? `${filters} (${chosen})` : filters;
    return html`<button
      type="button"
      part="filter-button"
      class="button filter-button"
      aria-label=${label}
      title=${label}
      aria-expanded=${this.#isFiltering}
      aria-controls=${this.#isFiltering ? 'filters' : nothing}
      data-chosen=${chosen || nothing}
      @click=${this.#onFilters}
    >
      ${filtersIcon}
    </button>`;
  }

  filters({ onChange }: ToolbarHandlers, choice: ChoiceView): unknown {
    const { accessName } = this.#lazy.messages ?? {};
    if (!this.#isFiltering || !accessName) return nothing;
    const m = { ...this.#filterWords.messages, accessName };
    const list = this.#list;
    const onChoice: ToolbarHandlers['onChange'] = (change) => {
      const { type, accessLevel, owner } = list;
      this.givenFilters ??= { type, accessLevel, owner };
      onChange(change);
    };
    return filtersView(list, m, this.#me?.() ?? '', onChoice, choice);
  }

  action(room: VideoRoom): TemplateResult | undefined {
    const link = linkTo(this.#list, room);
    if (!link) return undefined;
    const untitled = this.#lazy.messages?.untitled ?? '';
    const label = this.#filterWords.messages.copyLink(shortTitle(room, untitled));
    const { id, isDone } = this.#copied ?? {};
    return html`<button
      type="button"
      name="copy"
      part="row-button"
      class="button quiet icon-only"
      aria-label=${label}
      title=${label}
      @click=${() => void this.#copy(room, link)}
    >
      ${id === room.id && isDone ? checkIcon : linkIcon}
    </button>`;
  }

  readonly #onFilters = (): void => {
    this.#isFiltering = !this.#isFiltering;
    this.#list.requestUpdate();
  };

  async #copy({ id }: VideoRoom, link: string): Promise<void> {
    let isDone = true;
    try {
      await navigator.clipboard.writeText(link);
    } catch {
      isDone = false;
    }
    const copied = { id, isDone };
    this.#copied = copied;
    const { inviteCopied, inviteNotCopied } = this.#words.messages;
    this.#say(isDone ? inviteCopied : inviteNotCopied);
    setTimeout(() => {
      if (this.#copied !== copied) return;
      this.#copied = undefined;
      this.#list.requestUpdate();
    }, copiedMs);
  }
}

/** Whether the person is in the call of the room that the list has opened. */
function isInCall(list: RoomListElementBase): boolean {
  const state = targetOf(list)?.state ?? '';
  return state === 'connected' || state === 'reconnecting';
}

/** Whether a room starts within the hour, or should have started a few minutes ago. */
function isNear(room: VideoRoom): boolean {
  const left = (startOf(room) ?? Infinity) - Date.now();
  return left <= countdownMs && left > -startingMs;
}

/** Formats a duration as `4:59`. */
function clock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The URL of the app's page for a room; undefined without an http(s) one in `inviteUrl`. */
function linkTo(
  { inviteUrl, baseURI }: RoomListElementBase,
  { id, uuid }: VideoRoom,
): string | undefined {
  if (!inviteUrl) return undefined;
  const filled = inviteUrl.replaceAll('{id}', String(id)).replaceAll('{uuid}', uuid ?? String(id));
  try {
    const { protocol, href } = new URL(filled, baseURI);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
