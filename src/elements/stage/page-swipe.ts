import { css } from 'lit';
import type { StageHost } from './stage-extras.js';

/** The pixels that a finger moves at least, and the least ratio of its way across to that down. */
const least = 48;
const slope = 1.5;

/** Elements with a drag of their own, and the page's own element. */
const others = '.floating, .zoomed, .share-bar, [slot=screen], slot';

/**
 * Turns the pages of a stage with one finger. The next page comes from the end side: from the right,
 * or in a right-to-left page from the left.
 */
export function followSwipes(stage: StageHost, turn: (by: 1 | -1) => void): void {
  const root = stage.renderRoot;
  let start: PointerEvent | undefined;
  const on = (type: string, act: (event: PointerEvent) => void): void =>
    root.addEventListener(type, (event) => act(event as PointerEvent));
  on('pointerdown', (event) => {
    // A second finger is a zoom.
    const isOwn = event
      .composedPath()
      .some((node) => node instanceof Element && node.matches(others));
    start = event.pointerType === 'mouse' || !event.isPrimary || isOwn ? undefined : event;
  });
  // The browser scrolls or zooms the page.
  on('pointercancel', () => (start = undefined));
  on('pointerup', ({ pointerId, clientX, clientY }) => {
    const from = start;
    if (from?.pointerId !== pointerId) return;
    start = undefined;
    const across = clientX - from.clientX;
    const down = Math.abs(clientY - from.clientY);
    if (Math.abs(across) < Math.max(least, down * slope)) return;
    turn(across < 0 !== stage.matches(':dir(rtl)') ? 1 : -1);
  });
}

/** Without it, the browser would take the finger for its own scrolling. */
export const swipeStyles = css`
  .stage:has(> .pager) {
    touch-action: pan-y pinch-zoom;
  }
`;
