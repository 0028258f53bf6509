import { html, type TemplateResult } from 'lit';
import { FfcRoomsRequestEvent } from '../../events/request-events.js';
import { rootsAround } from '../../parts/tree.js';
import type { RoomElementBase } from './room-options.js';

/** The members of a list of rooms that name the room in which it opens picked ones. */
type ListElement = HTMLElement & {
  readonly forElement?: Element | null | undefined;
  readonly htmlFor?: string | undefined;
};

/**
 * Renders the way back: to the list on the page, or to the page of the list. Empty without either.
 */
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

/** The list that opens its rooms in this element: in the same tree, or around it. */
function findList(room: Element): HTMLElement | undefined {
  const lists = rootsAround(room).flatMap((root) => [
    ...root.querySelectorAll<ListElement>('ffc-room-list'),
  ]);
  return lists.find(({ forElement, htmlFor }) =>
    forElement ? forElement === room : !!htmlFor && htmlFor === room.id,
  );
}

/**
 * The address of the page with the rooms, if the author sets one. Only http and https are allowed.
 */
function backUrl({ backUrl: url, baseURI }: RoomElementBase): string | undefined {
  if (!url || !URL.canParse(url, baseURI)) return undefined;
  const { protocol, href } = new URL(url, baseURI);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
