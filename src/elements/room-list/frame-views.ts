import { html, type TemplateResult } from 'lit';
import type { RoomSort } from '../../api/types.js';
import type { RoomListFrameMessages } from '../../i18n/list-messages.js';
import { plusIcon } from '../../icons/plus.js';
import { searchIcon } from '../../icons/search.js';
import type { ListPhase } from '../../state/list-types.js';
import { constant, type RoomListElementBase } from './room-list-options.js';

type Words = RoomListFrameMessages;
export type Option = readonly [value: string, text: string];

const sorts: readonly RoomSort[] = [
  'CREATED_AT_DESC',
  'CREATED_AT_ASC',
  'LAST_MODIFIED_AT_DESC',
  'LAST_MODIFIED_AT_ASC',
];

export const createButton = (m: Words, onClick: () => void): TemplateResult =>
  html`<button type="button" part="create-button" class="button primary" @click=${onClick}>
    ${plusIcon} ${m.create}
  </button>`;

export const plainButton = (label: string, onClick: () => void): TemplateResult =>
  html`<button type="button" part="button" class="button" @click=${onClick}>${label}</button>`;

/** The callbacks of the toolbar. */
export interface ToolbarHandlers {
  readonly onType: (keyword: string) => void;
  readonly onSearch: (keyword: string) => void;
  readonly onChange: (change: Asked) => void;
}

/** The filters and the order that a person asks for in place of those before. */
export type Asked = Partial<
  Pick<RoomListElementBase, 'keyword' | 'roomState' | 'sort' | 'type' | 'accessLevel' | 'owner'>
>;

/** Draws a field with choices. */
export type ChoiceView = typeof select;

/** Further filters, once their code is there. */
export interface FurtherFilters {
  /** Shows and hides them. */
  button(): unknown;
  filters(handlers: ToolbarHandlers, choice: ChoiceView): unknown;
}

/** Search, state and order, and further filters. */
export function toolbar(
  m: Words,
  label: string,
  { keyword, roomState, sort }: RoomListElementBase,
  handlers: ToolbarHandlers,
  further: FurtherFilters | undefined,
): TemplateResult {
  const state = constant(roomState);
  // The page's author may have set a state that is not offered otherwise.
  const states = [...new Set(['', 'LIVE', 'SCHEDULED', 'ENDED', state])];
  return html`<form
    part="tools"
    role="search"
    class="tools"
    aria-label=${label}
    @submit=${(event: Event) => event.preventDefault()}
  >
    <div class="search">
      ${searchIcon}
      <input
        part="search"
        class="button"
        type="search"
        aria-label=${m.search}
        placeholder=${m.search}
        .value=${keyword}
        @input=${(event: Event) => handlers.onType(valueOf(event))}
        @change=${(event: Event) => handlers.onSearch(valueOf(event))}
      />
      ${further?.button()}
    </div>
    ${select(
      m.state,
      states.map((name): Option => [name, name ? m.stateName(name) : m.anyState]),
      state,
      (roomState) => handlers.onChange({ roomState }),
    )}
    ${select(
      m.sort,
      sorts.map((name): Option => [name, m.sortName(name)]),
      constant(sort),
      (sort) => handlers.onChange({ sort }),
    )}
    ${further?.filters(handlers, select)}
  </form>`;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

function select(
  label: string,
  options: readonly Option[],
  chosen: string,
  onChoose: (value: string) => void,
): TemplateResult {
  return html`<select
    part="select"
    class="button"
    aria-label=${label}
    @change=${(event: Event) => onChoose(valueOf(event))}
  >
    ${options.map(
      ([value, text]) =>
        html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
    )}
  </select>`;
}

/** Renders the placeholders of rooms that are loading. */
export const skeleton = (): TemplateResult =>
  html`<div part="skeleton" class="rooms" aria-hidden="true">
    <div class="bone"></div>
    <div class="bone"></div>
    <div class="bone"></div>
  </div>`;

/** The text for screen readers: the result of the last action, and the number of rooms. */
export const statusLine = (m: Words, phase: ListPhase, done: string): TemplateResult =>
  html`<p class="visually-hidden" role="status">
    ${phase.state === 'ready' ? `${done} ${m.count(phase.total)}` : phase.state === 'failed' ? '' : m.loading}
  </p>`;

export const missingNote = (m: Words, onRetry: () => void): TemplateResult =>
  html`<div part="note" class="note">
    <p role="alert">${m.partMissing}</p>
    ${plainButton(m.retry, onRetry)}
  </div>`;
