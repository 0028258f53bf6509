import { html, type TemplateResult } from 'lit';
import { FfcRoomsRequestEvent } from '../../events/request-events.js';
import { rootsAround } from '../../parts/tree.js';
import type { RoomElementBase } from './room-options.js';

/** The members of a list of rooms that name the room in which it opens picked ones. */
type ListElement = HTMLElement & {
  readonly forElement?: Element | null | undefined;
  readonly htmlFor?: string | undefined;
};

/** Back to the list that is on the page, or to the page that has it; empty without either. */
export function wayBackView(room: RoomElementBase, label: string): TemplateResult | '' {
  const onClick = (event: Event): void => goBack(room, event);
  if (findList(room)) {
    return html`<button type="button" class="button" part="button back" @click=${onClick}>
      ${label}
    </button>`;
  }
  const url = backUrl(room);
  return url
    ? html`<a class="button" part="button back" href=${url} @click=${onClick}>${label}</a>`
    : '';
}

function goBack(room: RoomElementBase, event: Event): void {
  const request = new FfcRoomsRequestEvent();
  room.dispatchEvent(request);
  if (request.defaultPrevented) {
    event.preventDefault();
    return;
  }
  const list = findList(room);
  if (!list) return;
  if (!list.hasAttribute('tabindex')) list.tabIndex = -1;
  list.focus();
}

/** The list that opens its rooms in this one: in the same tree, or around it. */
function findList(room: Element): HTMLElement | undefined {
  const lists = rootsAround(room).flatMap((root) => [
    ...root.querySelectorAll<ListElement>('ffc-room-list'),
  ]);
  return lists.find(({ forElement, htmlFor }) =>
    forElement ? forElement === room : !!htmlFor && htmlFor === room.id,
  );
}

/** The page with the rooms, where the author names one. Only http and https lead anywhere. */
function backUrl({ backUrl: url, baseURI }: RoomElementBase): string | undefined {
  if (!url || !URL.canParse(url, baseURI)) return undefined;
  const { protocol, href } = new URL(url, baseURI);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
