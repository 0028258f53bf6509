/**
 * Loads and renders the rooms. This chunk loads after the frame, in parallel with the client of the
 * service.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { FfcError } from '../../core/errors.js';
import type { RoomListContentMessages, RoomListViewMessages } from '../../i18n/list-messages.js';
import type { Dictionary, ErrorWords } from '../../i18n/types.js';
import { firstErrors, listContent } from '../../locales/en.js';
import { nextIcon } from '../../icons/next.js';
import { previousIcon } from '../../icons/previous.js';
import type { ListPhase } from '../../state/list-types.js';
import { contentStyles } from './content-styles.js';
import type * as dialogsModule from './dialogs.js';
import { createButton, plainButton, skeleton } from './frame-views.js';
import { roomRow, type RowContext } from './room-row.js';
import { timeWords } from './times.js';

export { ListConnection } from './list-connection.js';
export { followSource } from './list-source.js';
export { openPickedRoom } from './picked-room.js';

/** Loads the dialogs, with the first opened dialog. */
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
  /** The name of the list, by which several lists on a page tell their landmarks apart. */
  readonly label: string;
  readonly lang: string;
  /** The words for the shown failure; undefined while they load. */
  readonly failure: ErrorWords | undefined;
  /** Whether there is a search or a filter: then an empty list means that no room matches. */
  readonly searching: boolean;
  readonly onCreate: () => void;
  readonly onRetry: () => void;
  readonly onClear: () => void;
  /** `page` is counted from 1. */
  readonly onPage: (page: number) => void;
}

export function contentView(context: ContentContext): TemplateResult {
  const { phase, messages: m, lang, onRetry } = context;
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
    ${totalPages > 1 ? pager(context, page + 1, totalPages) : nothing}
  `;
}

function failureView(
  { messages: m, level, failure, onRetry }: ContentContext,
  error: FfcError,
): TemplateResult {
  if (!failure) return skeleton();
  const { title, remedy } = failure;
  // A mistake of the page's author: another try cannot succeed.
  const action = error.stage === 'setup' ? nothing : plainButton(m.retry, onRetry);
  return html`<div role="alert">${blank(level, title, remedy, action)}</div>`;
}

function empty(context: ContentContext): unknown {
  const { messages: m, level, searching, may, onClear, onCreate } = context;
  if (searching) return blank(level, m.notFound, m.notFoundHint, plainButton(m.clear, onClear));
  const mayCreate = may('create');
  const action = mayCreate ? createButton(m, onCreate) : nothing;
  const hint = mayCreate ? m.createHint : m.noneHint;
  return html`<slot name="empty">${blank(level, m.none, hint, action)}</slot>`;
}

/** Renders the reason for an empty list, and the remedy. */
function blank(
  level: number,
  title: string,
  text: string | undefined,
  action: unknown,
): TemplateResult {
  return html`<div part="blank" class="blank">
    <h3 part="blank-title" aria-level=${level}>${title}</h3>
    ${text ? html`<p>${text}</p>` : nothing} ${action}
  </div>`;
}

function pager(
  { messages: m, label, onPage }: ContentContext,
  page: number,
  pages: number,
): TemplateResult {
  const step = (label: string, to: number, icon: TemplateResult): TemplateResult => {
    const isBeyond = to < 1 || to > pages;
    // Not `disabled`, which would remove the focus from the clicked button.
    return html`<button
      type="button"
      part="page-button"
      class="button quiet icon-only"
      aria-label=${label}
      aria-disabled=${isBeyond}
      @click=${() => isBeyond || onPage(to)}
    >
      ${icon}
    </button>`;
  };
  return html`<nav part="pager" class="pager" aria-label="${label}: ${m.pageOf(page, pages)}">
    ${step(m.previous, page - 1, previousIcon)}
    <span part="page">${page} / ${pages}</span>
    ${step(m.next, page + 1, nextIcon)}
  </nav>`;
}
