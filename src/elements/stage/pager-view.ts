import { html, nothing, type TemplateResult } from 'lit';
import { nextIcon } from '../../icons/next.js';
import { previousIcon } from '../../icons/previous.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { LayoutRect } from '../../parts/layouts.js';
import { cssProps } from '../shared/css-props.js';
import { placeOf } from './stage-views.js';

interface PagerContext {
  readonly messages: RoomMessages;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly rect: LayoutRect;
  /** Names the speakers on other pages. Empty without any. */
  readonly news: string;
  /** Turns to a page. A page that does not exist is ignored. */
  readonly onTurn: (page: number) => void;
}

/** Renders the page buttons, and the page number between them. */
export function pagerView({
  messages,
  page,
  pages,
  rect,
  news,
  onTurn,
}: PagerContext): TemplateResult {
  const button = (label: string, to: number, icon: TemplateResult): TemplateResult => html`
    <button
      type="button"
      class="button quiet icon-only"
      part="button"
      aria-label=${label}
      aria-disabled=${to < 0 || to >= pages}
      @click=${() => onTurn(to)}
    >
      ${icon}
    </button>
  `;
  return html`
    <div class="pager" part="pager" ${cssProps(placeOf(rect))}>
      ${button(messages.previousPage, page - 1, previousIcon)}
      ${news ? html`<span class="elsewhere" part="elsewhere">${news}</span>` : nothing}
      <span class="count" aria-hidden="true">${page + 1} / ${pages}</span>
      <span class="visually-hidden" role="status">${messages.pageOf(page + 1, pages)}</span>
      ${button(messages.nextPage, page + 1, nextIcon)}
    </div>
  `;
}
