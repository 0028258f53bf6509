/**
 * Loads and draws the rooms: a chunk of its own, which loads behind the frame, beside the client of
 * the service.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { FfcError } from '../../core/errors.js';
import type { RoomListContentMessages, RoomListViewMessages } from '../../i18n/list-messages.js';
import type { Dictionary, ErrorWords } from '../../i18n/types.js';
import { firstErrors, listContent } from '../../locales/en.js';
import type { ListPhase } from '../../state/list-types.js';
import { contentStyles } from './content-styles.js';
import type * as dialogsModule from './dialogs.js';
import { createButton, plainButton, skeleton } from './frame-views.js';
import { roomRow, type RowContext } from './room-row.js';
import { timeWords } from './times.js';

export { ListConnection } from './list-connection.js';
export { followSource } from './list-source.js';
export { openPickedRoom } from './picked-room.js';

/** Gets the dialogs, which come with the first one that is opened. */
export const importDialogs = (): Promise<typeof dialogsModule> => import('./dialogs.js');

/** The words of the rooms. */
export const contentDictionary: Dictionary<RoomListContentMessages> = {
  group: 'list',
  en: { ...listContent, errors: firstErrors },
};

/** The styles of the content, beside the frame's. */
export const styles = [contentStyles];

/** The input of the content. */
export interface ContentContext extends Omit<RowContext, 'times'> {
  readonly phase: Extract<ListPhase, { state: 'ready' | 'failed' }>;
  readonly messages: RoomListViewMessages;
  readonly lang: string;
  /** The words for the failure that is shown; undefined while they are on their way. */
  readonly failure: ErrorWords | undefined;
  /** Rooms are being looked for, so that none may only mean none like these. */
  readonly searching: boolean;
  readonly onCreate: () => void;
  readonly onRetry: () => void;
  readonly onClear: () => void;
  /** `page` is counted from 1. */
  readonly onPage: (page: number) => void;
}

export function contentView(context: ContentContext): TemplateResult {
  const { phase, messages: m, lang, onRetry, onPage } = context;
  if (phase.state === 'failed') return failureView(context, phase.error);
  const { rooms, page, totalPages, stale } = phase;
  const rows = { ...context, times: timeWords(lang, Date.now()) };
  return html`
    ${
      stale
        ? html`<div part="note" class="note">
            <p role="status">${m.stale}</p>
            ${plainButton(m.retry, onRetry)}
          </div>`
        : nothing
    }
    ${
      rooms.length > 0
        ? html`<ul part="list" class="rooms" role="list">
            ${rooms.map((room) => roomRow(room, rows))}
          </ul>`
        : empty(context)
    }
    ${totalPages > 1 ? pager(m, page + 1, totalPages, onPage) : nothing}
  `;
}

function failureView(
  { messages: m, failure, onRetry }: ContentContext,
  error: FfcError,
): TemplateResult {
  if (!failure) return skeleton();
  const { title, remedy } = failure;
  // What the page's author has to put right, no click can.
  const action = error.stage === 'setup' ? nothing : plainButton(m.retry, onRetry);
  return html`<div role="alert">${blank(title, remedy, action)}</div>`;
}

function empty({ messages: m, searching, may, onClear, onCreate }: ContentContext): unknown {
  if (searching) return blank(m.notFound, m.notFoundHint, plainButton(m.clear, onClear));
  const mayCreate = may('create');
  const action = mayCreate ? createButton(m, onCreate) : nothing;
  const hint = mayCreate ? m.createHint : m.noneHint;
  return html`<slot name="empty">${blank(m.none, hint, action)}</slot>`;
}

/** In place of rooms: why there are none, and what to do. */
function blank(title: string, text: string | undefined, action: unknown): TemplateResult {
  return html`<div part="blank" class="blank">
    <h3 part="blank-title">${title}</h3>
    ${text ? html`<p>${text}</p>` : nothing} ${action}
  </div>`;
}

function pager(
  m: RoomListViewMessages,
  page: number,
  pages: number,
  onPage: (page: number) => void,
): TemplateResult {
  const step = (label: string, to: number): TemplateResult => {
    const inRange = to >= 1 && to <= pages;
    // Not `disabled`, which would take the focus away from who has just used the button.
    return html`<button
      type="button"
      part="page-button"
      class="button"
      aria-disabled=${!inRange}
      @click=${() => inRange && onPage(to)}
    >
      ${label}
    </button>`;
  };
  return html`<nav part="pager" class="pager" aria-label=${m.pages}>
    ${step(m.previous, page - 1)}
    <span part="page">${m.pageOf(page, pages)}</span>
    ${step(m.next, page + 1)}
  </nav>`;
}
