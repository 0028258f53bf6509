import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { make } from './dom.js';
import { ownLayout, registerOwnLayout } from './own-layout.js';
import { addressOf, type Settings, type TryOut, tryOuts } from './settings.js';
import { words, type Words } from './words.js';

/** A folded menu of features that a page has to turn on. */
export class TryOutMenu {
  readonly element: HTMLElement;
  readonly #summary = make('summary');
  readonly #labels = new Map<TryOut, Text>();

  constructor(chosen: readonly TryOut[], onChange: (chosen: readonly TryOut[]) => void) {
    const boxes = tryOuts.map((name) => make('input', { type: 'checkbox', name }));
    const rows = boxes.map((box, n) => {
      const name = tryOuts[n];
      const label = new Text();
      if (name) this.#labels.set(name, label);
      box.checked = chosen.some((other) => other === name);
      return make('label', {}, box, label);
    });
    const menu = make('div', { class: 'menu' }, ...rows);
    menu.addEventListener('change', () => onChange(tryOuts.filter((_, n) => boxes[n]?.checked)));
    this.element = make('details', { class: 'try' }, this.#summary, menu);
  }

  translate({ tryOut, tryOutName }: Words): void {
    this.#summary.textContent = tryOut;
    for (const [name, label] of this.#labels) label.data = tryOutName[name];
  }
}

/** Turns the chosen features of a room on, and the others off. */
export function applyTryOuts(room: FfcRoomElement, settings: Settings): void {
  const has = (name: TryOut): boolean => settings.tryOuts.includes(name);
  room.toggleAttribute('power-saver', has('power-saver'));
  room.toggleAttribute('data-saver', has('data-saver'));
  // An invitation opens the room, and lets the other person say who they are.
  const { room: id, lang, theme } = settings;
  const invitation = addressOf({ user: undefined, room: id, lang, theme, tryOuts: [] });
  set(room, 'invite-url', has('invite-url') && id ? invitation : undefined);
  if (has('layout')) {
    registerOwnLayout();
    set(room, 'layout', ownLayout);
  } else if (room.getAttribute('layout') === ownLayout) room.removeAttribute('layout');
  showBoard(room, has('screen'), words[settings.lang]);
}

function set(room: Element, name: string, value: string | undefined): void {
  if (value === (room.getAttribute(name) ?? undefined)) return;
  if (value === undefined) room.removeAttribute(name);
  else room.setAttribute(name, value);
}

/** Shows the page's own element in the main place of a call, or removes it. */
function showBoard(room: Element, isShown: boolean, { board, boardHint }: Words): void {
  const shown = room.querySelector<HTMLTextAreaElement>('[slot=screen]');
  if (!isShown) {
    shown?.remove();
    return;
  }
  const area = shown ?? make('textarea', { slot: 'screen', class: 'board' });
  area.ariaLabel = board;
  area.placeholder = boardHint;
  if (!shown) room.append(area);
}
