import type { Readable } from '../../core/cell.js';
import { isInCall } from '../../state/phase.js';
import type { RoomPhase } from '../../state/types.js';

/** The milliseconds within which a browser follows a clicked link. */
const clickLasts = 500;

interface LeaveGuardOptions {
  readonly phase: Readable<RoomPhase>;
  /** Whether to ask at all. It is called each time the page is about to be left. */
  readonly isWanted: () => boolean;
  /** Called when the page is unloaded, or enters the browser's back/forward cache. */
  readonly onPageHide: () => void;
}

/**
 * Guards the page during a call: the browser asks before the page is left, and the call ends only
 * when the page is really unloaded. Outside a call it adds no listener, because some browsers keep
 * a page with a `beforeunload` listener out of the back/forward cache.
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

/**
 * Whether a link opens another program or saves a file: then `beforeunload` is emitted, but the
 * page stays.
 */
function staysOnPage(target: EventTarget): boolean {
  if (!(target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement)) return false;
  const opensPage = ['http:', 'https:', 'file:', 'about:', 'blob:'].includes(target.protocol);
  return target.hasAttribute('download') || (target.href !== '' && !opensPage);
}
