import { FfcError, type FfcErrorReason, type FfcErrorStage } from '../src/core/errors.js';
import type { FfcRoomElement } from '../src/elements/room/room.js';
import type { RoomState } from '../src/state/types.js';

/** The element of a story. Throws if it is not in the canvas. */
export function elementIn<K extends keyof HTMLElementTagNameMap>(
  canvas: HTMLElement,
  tag: K,
): HTMLElementTagNameMap[K] {
  const element = canvas.querySelector(tag);
  if (!element) throw new Error(`The story has no <${tag}>`);
  return element;
}

/** Resolves when the story's room is in one of the states. */
export function roomState(canvas: HTMLElement, ...states: RoomState[]): Promise<void> {
  return stateOf(elementIn(canvas, 'ffc-room'), ...states);
}

/** Resolves when the room is in one of the states. */
export function stateOf(room: FfcRoomElement, ...states: RoomState[]): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const check = (): void => {
      if (!states.includes(room.state)) return;
      done.abort();
      resolve();
    };
    room.addEventListener('ffc-state-change', check, { signal: done.signal });
    check();
  });
}

/** Resolves when the element has rendered an element that the selector finds. */
export function drawn(element: Element, selector: string): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const root = element.shadowRoot;
    const check = (): void => {
      const found = root?.querySelector<HTMLElement>(selector);
      if (!found) return;
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(check);
    if (root) observer.observe(root, { subtree: true, childList: true, attributes: true });
    check();
  });
}

/** A failure as a service or a session would report it. */
export function failure(
  reason: FfcErrorReason,
  stage: FfcErrorStage,
  more: { readonly retryable?: boolean; readonly device?: 'camera' | 'microphone' } = {},
): FfcError {
  return new FfcError({ reason, stage, message: 'A failure made for this story.', ...more });
}
