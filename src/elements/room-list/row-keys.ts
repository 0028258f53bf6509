import { css } from 'lit';
import { rootsAround } from '../../parts/tree.js';
import type { RoomListElementBase } from './room-list-options.js';

const markStyles = css`
  .room:has([aria-current]) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  @media (forced-colors: active) {
    .room:has([aria-current]) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/** A list that comes back to a page has its styles already. */
const styled = new WeakSet<RoomListElementBase>();

/** What is asked of the element that opens picked rooms. */
type Target = Element & { readonly roomId?: string | undefined };

/**
 * Marks the room that is open in the element that the list names, and makes the rooms one stop of
 * the Tab key: arrow keys, Home and End move between them, and Tab goes on to the buttons of the
 * room that has the focus. Until the signal aborts.
 */
export function followRowKeys(list: RoomListElementBase, signal: AbortSignal): void {
  const root = list.renderRoot;
  if (!styled.has(list)) list.addStyles([markStyles]);
  styled.add(list);
  /** The id of the row that Tab leads to. */
  let active = '';

  const mark = (): void => {
    const rows = rowsOf(root);
    const roomId = targetOf(list)?.roomId;
    const open = rows.find(({ id }) => roomId && id === `room-${roomId}`);
    const stop = rows.find(({ id }) => id === active) ?? open ?? rows[0];
    for (const row of rows) {
      for (const button of row.querySelectorAll('button')) button.tabIndex = row === stop ? 0 : -1;
      const pick = row.querySelector('[name=pick]');
      if (row === open) pick?.setAttribute('aria-current', 'true');
      else pick?.removeAttribute('aria-current');
    }
  };
  const controller = { hostUpdated: mark };
  list.addController(controller);
  signal.addEventListener('abort', () => list.removeController(controller));
  const options = { signal };
  root.addEventListener(
    'focusin',
    ({ target }) => {
      const row = (target as Element).closest('li');
      if (!row) return;
      active = row.id;
      mark();
    },
    options,
  );
  root.addEventListener('keydown', (event) => onKey(list, root, event as KeyboardEvent), options);
  // The element that opens rooms says so by its state.
  list.ownerDocument.addEventListener('ffc-state-change', mark, options);
  mark();
}

/** The rows that something can be done with. */
const rowsOf = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll('li')].filter((row) => row.querySelector('button'));

function targetOf(list: RoomListElementBase): Target | null | undefined {
  const { forElement, htmlFor } = list;
  if (forElement || !htmlFor) return forElement;
  for (const root of rootsAround(list)) {
    const found = root.getElementById(htmlFor);
    if (found) return found;
  }
  return undefined;
}

function onKey(list: Element, root: ParentNode, event: KeyboardEvent): void {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  const row = (target as Element).closest('li');
  if (!row || altKey || ctrlKey || metaKey || shiftKey) return;
  const rows = rowsOf(root);
  const index = rows.indexOf(row);
  const forwards = list.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
  const next =
    key === 'Home'
      ? rows[0]
      : key === 'End'
        ? rows.at(-1)
        : key === 'ArrowDown' || key === 'ArrowUp'
          ? nearest(row, rows, key === 'ArrowDown')
          : key === 'ArrowLeft' || key === 'ArrowRight'
            ? rows[index + (key === forwards ? 1 : -1)]
            : undefined;
  if (!next) return;
  event.preventDefault();
  const name = (target as Element).getAttribute('name');
  const same = next.querySelector<HTMLElement>(`[name="${name}"]`);
  (same ?? next.querySelector('button'))?.focus();
}

/** The row below or above: of those in the next line, the one that is least beside it. */
function nearest(
  from: HTMLElement,
  rows: readonly HTMLElement[],
  isDown: boolean,
): HTMLElement | undefined {
  const { top, left } = from.getBoundingClientRect();
  const beyond = rows
    .map((row) => ({ row, box: row.getBoundingClientRect() }))
    .filter(({ box }) => (isDown ? box.top > top + 1 : box.top < top - 1))
    .map(({ row, box }) => ({
      row,
      down: Math.abs(box.top - top),
      aside: Math.abs(box.left - left),
    }))
    .sort((a, b) => a.down - b.down || a.aside - b.aside);
  return beyond[0]?.row;
}
