import { css } from 'lit';
import { targetOf } from './picked-room.js';
import type { RoomListElementBase } from './room-list-options.js';

const markStyles = css`
  .room:has([aria-current]) {
    border-color: var(--_accent);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .room:has([aria-current]):dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  @media (forced-colors: active) {
    .room:has([aria-current]) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/**
 * Marks the room that is open in the list's target, and makes all rooms one stop of the Tab key, as
 * in a grid. Up and down move between rooms, left and right between a room and its buttons, Home
 * and End to the first and the last room. It ends when the signal aborts. Returns what marks the rooms
 * again, after each rendering.
 */
export function followRowKeys(list: RoomListElementBase, signal: AbortSignal): () => void {
  const root = list.renderRoot;
  list.addStyles([markStyles]);
  /** The stop of the Tab key: the id of a row, and the name of a button in it. */
  let active = { row: '', name: '' };

  const mark = (): void => {
    const rows = rowsOf(root);
    const roomId = targetOf(list)?.roomId;
    const open = rows.find(
      // By its uuid, the badge alone knows it.
      (row) => roomId && (row.id === `room-${roomId}` || row.querySelector('[part=current]')),
    );
    const row = rows.find(({ id }) => id === active.row) ?? open ?? rows[0];
    const stop = row && buttonIn(row, active.name);
    for (const each of rows) {
      for (const button of buttonsIn(each)) {
        const tabIndex = button === stop ? 0 : -1;
        if (button.tabIndex !== tabIndex) button.tabIndex = tabIndex;
      }
      const pick = each.querySelector('[name=pick]');
      if (each !== open) pick?.removeAttribute('aria-current');
      else if (!pick?.hasAttribute('aria-current')) pick?.setAttribute('aria-current', 'true');
    }
  };
  const options = { signal };
  root.addEventListener(
    'focusin',
    ({ target }) => {
      const row = (target as Element).closest('li');
      if (!row) return;
      active = { row: row.id, name: (target as Element).getAttribute('name') ?? '' };
      mark();
    },
    options,
  );
  root.addEventListener('keydown', (event) => onKey(list, root, event as KeyboardEvent), options);
  // The target emits its state.
  list.ownerDocument.addEventListener('ffc-state-change', mark, options);
  mark();
  return mark;
}

/** The rows with at least one button. */
const rowsOf = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll('li')].filter((row) => row.querySelector('button'));

/**
 * The buttons of a row in the order of the page: the room itself, if it can be picked, then its
 * actions.
 */
const buttonsIn = (row: ParentNode): HTMLButtonElement[] => [...row.querySelectorAll('button')];

/** The button with that name, or the first one. */
const buttonIn = (row: ParentNode, name: string): HTMLButtonElement | undefined =>
  buttonsIn(row).find((button) => button.name === name) ?? buttonsIn(row)[0];

function onKey(list: Element, root: ParentNode, event: KeyboardEvent): void {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  const from = target as HTMLButtonElement;
  const row = from.closest('li');
  if (!row || altKey || ctrlKey || metaKey || shiftKey) return;
  const rows = rowsOf(root);
  const index = rows.indexOf(row);
  const besides = buttonsIn(row);
  const forwards = list.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
  const to = (other: HTMLElement | undefined): HTMLButtonElement | undefined =>
    other && buttonIn(other, from.name);
  const beside = (step: number): HTMLButtonElement | undefined =>
    besides[besides.indexOf(from) + step];
  const moves: Readonly<Record<string, (() => HTMLButtonElement | undefined) | undefined>> = {
    Home: () => to(rows[0]),
    End: () => to(rows.at(-1)),
    ArrowDown: () => to(rows[index + 1]),
    ArrowUp: () => to(rows[index - 1]),
    ArrowLeft: () => beside(key === forwards ? 1 : -1),
    ArrowRight: () => beside(key === forwards ? 1 : -1),
  };
  const move = moves[key];
  if (!move) return;
  event.preventDefault();
  move()?.focus();
}
