import { html, render } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';

interface LeaveQuestion {
  readonly root: ShadowRoot;
  readonly messages: RoomMessages;
  /** The level of its heading. */
  readonly level: number;
  /** Closes the question when it aborts. That counts as "stay". */
  readonly signal: AbortSignal;
}

/** Asks whether to leave the running call for another room. Escape means "stay". */
export function askToLeave({ root, messages, level, signal }: LeaveQuestion): Promise<boolean> {
  const dialog = root.ownerDocument.createElement('dialog');
  dialog.className = 'dialog';
  dialog.part.add('dialog');
  dialog.setAttribute('aria-labelledby', 'leave-title');
  dialog.setAttribute('aria-describedby', 'leave-text');
  return new Promise((resolve) => {
    let leaves = false;
    const close = (): void => dialog.close();
    // The buttons, the Escape key and the signal all close the dialog.
    dialog.addEventListener('close', () => {
      // A room that moves shows the dialog again.
      if (dialog.open) return;
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
        <h2 id="leave-title" part="dialog-title" aria-level=${level}>${messages.leaveQuestion}</h2>
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
