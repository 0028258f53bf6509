/** The dialogs of a list and what they say: a chunk of its own, which comes with the first one. */
import { type CSSResult, html } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import type { RoomListMessages } from '../../i18n/list-messages.js';
import type { RoomListStore } from '../../state/list-types.js';
import { dialogStyles } from '../shared/dialog-styles.js';
import { spinnerStyles } from '../../parts/spinner.js';
import { type ModalOptions, openModal } from './modal.js';
import { modalStyles } from './modal-styles.js';

export { listDialogsDictionary } from '../../i18n/list-dialogs.js';

/** What is drawn here needs these beside the frame's. */
export const styles = [dialogStyles, spinnerStyles, modalStyles];

/** What a dialog needs of the list that opens it. */
export interface DialogHost extends Pick<ModalOptions, 'root' | 'signal' | 'wordsFor'> {
  readonly store: RoomListStore;
  readonly messages: RoomListMessages;
  /** The id of a room's row. */
  readonly rowId: (room: VideoRoom) => string;
  /** A room's title, for a sentence. */
  readonly shortTitle: (room: VideoRoom, untitled: string) => string;
  readonly addStyles: (styles: readonly CSSResult[]) => void;
  /** Waits for a chunk; undefined when it cannot be had, which the list says. */
  readonly load: <T>(chunk: Promise<T>) => Promise<T | undefined>;
  /** Opens a room, as a click on its row does. */
  readonly pick: (room: VideoRoom) => void;
  /** Tells screen readers; resolves when the list is drawn. */
  readonly say: (text: string) => Promise<unknown>;
}

/** What a dialog is for: a new room, a change of one, or its end. */
export type DialogPurpose =
  { readonly action: 'create' } | { readonly action: 'edit' | 'delete'; readonly room: VideoRoom };

/** Lets the user create, edit or delete a room; resolves when the dialog is gone. Never rejects. */
export async function openRoomDialog(host: DialogHost, purpose: DialogPurpose): Promise<void> {
  const { root, store, signal, messages: m, wordsFor, say, rowId, shortTitle } = host;
  const common = { root, signal, messages: m, wordsFor };

  if (purpose.action === 'delete') {
    const { room } = purpose;
    const title = shortTitle(room, m.untitled);
    const position = [...root.querySelectorAll('li')].findIndex(({ id }) => id === rowId(room));
    const sent = await openModal({
      ...common,
      title: m.deleteTitle(title),
      content: html`<p>${m.deleteText}</p>`,
      submit: m.deleteSubmit,
      working: m.deleting,
      danger: true,
      run: () => store.delete(room),
    });
    if (!sent) return;
    await say(m.deletedRoom(title));
    // The room that moved up, the one before the last, or what is left to do without rooms.
    const rows = root.querySelectorAll('li');
    focusButton(rows[Math.min(position, rows.length - 1)] ?? root);
    return;
  }

  const form = await host.load(import('./room-form.js'));
  if (!form || signal.aborted) return;
  host.addStyles(form.styles);
  const old = purpose.action === 'edit' ? purpose.room : undefined;
  let room: VideoRoom | undefined;
  let opens = false;
  await openModal({
    ...common,
    title: old ? m.editTitle : m.createTitle,
    content: form.roomFields(m, old),
    submit: old ? m.editSubmit : m.createSubmit,
    working: old ? m.saving : m.creating,
    second: old ? undefined : m.createAndJoin,
    run: async (entries, isSecond) => {
      room = old
        ? await store.update(old, form.readUpdate(entries, old))
        : await store.create(form.readInput(entries));
      opens = isSecond;
    },
  });
  if (!room) return;
  const title = shortTitle(room, m.untitled);
  await say(old ? m.updatedRoom(title) : m.createdRoom(title));
  if (opens) host.pick(room);
  else if (!old) focusButton(root.getElementById(rowId(room)));
}

function focusButton(within: ParentNode | null): void {
  within?.querySelector<HTMLElement>('button')?.focus();
}
