import { html, render } from 'lit';
import type { Readable } from '../../core/cell.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
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
      if (event.composedPath().some(leadsNowhere)) staysUntil = event.timeStamp + clickLasts;
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
function leadsNowhere(target: EventTarget): boolean {
  if (!(target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement)) return false;
  const opensPage = ['http:', 'https:', 'file:', 'about:', 'blob:'].includes(target.protocol);
  return target.hasAttribute('download') || (target.href !== '' && !opensPage);
}

interface LeaveQuestion {
  readonly root: ShadowRoot;
  readonly messages: RoomMessages;
  /** Takes the question away; it counts as answered with "stay". */
  readonly signal: AbortSignal;
}

/** Asks whether to leave the running call for another room. Escape means to stay. */
export function askToLeave({ root, messages, signal }: LeaveQuestion): Promise<boolean> {
  const dialog = root.ownerDocument.createElement('dialog');
  dialog.className = 'dialog';
  dialog.part.add('dialog');
  dialog.setAttribute('aria-labelledby', 'leave-title');
  dialog.setAttribute('aria-describedby', 'leave-text');
  return new Promise((resolve) => {
    let leaves = false;
    const close = (): void => dialog.close();
    // One end for the buttons, the Escape key, and the signal.
    dialog.addEventListener('close', () => {
      signal.removeEventListener('abort', close);
      dialog.remove();
      resolve(leaves);
    });
    signal.addEventListener('abort', close, { once: true });
    const onLeave = (): void => {
      leaves = true;
      close();
    };
    render(
      html`
        <h2 id="leave-title" part="dialog-title">${messages.leaveQuestion}</h2>
        <p id="leave-text" part="text">${messages.leaveQuestionText}</p>
        <div class="dialog-actions">
          <button type="button" class="button" part="button" autofocus @click=${close}>
            ${messages.stayInCall}
          </button>
          <button type="button" class="button danger" part="button" @click=${onLeave}>
            ${messages.switchRoom}
          </button>
        </div>
      `,
      dialog,
    );
    root.append(dialog);
    dialog.showModal();
  });
}
