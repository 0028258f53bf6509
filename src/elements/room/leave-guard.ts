import type { Readable } from '../../core/cell.js';
import { isInCall } from '../../state/phase.js';
import type { RoomPhase } from '../../state/types.js';

/** Milliseconds within which a browser acts on the click on a link. */
const clickLasts = 500;

interface LeaveGuardOptions {
  readonly phase: Readable<RoomPhase>;
  /** Whether somebody is to be asked at all; looked at when the question comes up. */
  readonly isWanted: () => boolean;
  /** The page goes away for good, or into the browser's back/forward cache. */
  readonly onPageHide: () => void;
}

/**
 * Watches over the page while a call runs: the browser asks before the page is left, and the call
 * ends only when the page really goes. It adds no listener outside a call, because a page that
 * listens to `beforeunload` is kept out of the back/forward cache by some browsers.
 */
export function guardPage({ phase, isWanted, onPageHide }: LeaveGuardOptions): void {
  let guarding: AbortController | undefined;
  const sync = ({ state }: RoomPhase): void => {
    if (isInCall(state) === !!guarding) return;
    guarding?.abort();
    guarding = isInCall(state) ? listen(isWanted, onPageHide) : undefined;
  };
  phase.subscribe(sync);
  sync(phase.getSnapshot());
}

function listen(isWanted: () => boolean, onPageHide: () => void): AbortController {
  const abort = new AbortController();
  const { signal } = abort;
  let staysUntil = 0;
  window.addEventListener(
    'click',
    (event) => {
      if (event.composedPath().some(staysOnPage)) staysUntil = event.timeStamp + clickLasts;
    },
    { capture: true, signal },
  );
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (isWanted() && event.timeStamp > staysUntil) event.preventDefault();
    },
    { signal },
  );
  window.addEventListener('pagehide', onPageHide, { signal });
  return abort;
}

/** A link that opens another program or saves a file: `beforeunload` comes, but the page stays. */
function staysOnPage(target: EventTarget): boolean {
  if (!(target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement)) return false;
  const opensPage = ['http:', 'https:', 'file:', 'about:', 'blob:'].includes(target.protocol);
  return target.hasAttribute('download') || (target.href !== '' && !opensPage);
}
