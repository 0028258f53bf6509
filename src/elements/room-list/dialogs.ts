/** The dialogs of a list and their words. This chunk loads with the first dialog. */
import { html } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import { listDialogs } from '../../locales/en.js';
import {
  FfcRoomCreatedEvent,
  FfcRoomDeletedEvent,
  FfcRoomUpdatedEvent,
} from '../../events/list-change-events.js';
import type { RoomListDialogMessages } from '../../i18n/list-messages.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomListStore } from '../../state/list-types.js';
import { dialogStyles } from '../../styles/dialog-styles.js';
import { spinnerStyles } from '../../parts/spinner.js';
import type { LazyContent, Say } from './lazy-content.js';
import { type ModalOptions, openModal } from './modal.js';
import { modalStyles } from './modal-styles.js';
import type { RoomListElementBase } from './room-list-options.js';
import { rowId, shortTitle } from './room-row.js';

/** The members of the list that a dialog needs. */
export interface DialogHost {
  /** Called when the code has loaded. Without a connection no dialog opens. */
  readonly connection: () =>
    { readonly store: RoomListStore; readonly signal: AbortSignal } | undefined;
  /** Opens a room, like a click on its row. */
  readonly pick: (room: VideoRoom) => void;
  readonly say: Say;
}

/** The purpose of a dialog: it creates, changes or deletes a room. */
export type DialogPurpose =
  { readonly action: 'create' } | { readonly action: 'edit' | 'delete'; readonly room: VideoRoom };

/** The words of a list, and how it waits for further code. */
type ListWords = Pick<LazyContent, 'messages' | 'wordsFor' | 'import'>;

const dialogs = new WeakMap<RoomListElementBase, RoomDialogs>();

/**
 * Lets the user create, edit or delete a room, one at a time; resolves when the dialog is gone.
 * Never rejects.
 */
export async function openDialog(
  list: RoomListElementBase,
  lazy: ListWords,
  purpose: DialogPurpose,
  host: DialogHost,
): Promise<void> {
  const known = dialogs.get(list) ?? new RoomDialogs(list, lazy);
  dialogs.set(list, known);
  if (known.isOpen) return;
  known.isOpen = true;
  await known.open(purpose, host);
  known.isOpen = false;
}

/** The dialogs of one list. */
class RoomDialogs {
  isOpen = false;

  readonly #list: RoomListElementBase;
  readonly #lazy: ListWords;
  readonly #words: LocaleController<RoomListDialogMessages>;

  constructor(list: RoomListElementBase, lazy: ListWords) {
    this.#list = list;
    this.#lazy = lazy;
    this.#words = new LocaleController<RoomListDialogMessages>(
      list,
      { group: 'list', en: listDialogs },
      () => list.messages,
    );
    list.addStyles([dialogStyles, spinnerStyles, modalStyles]);
    list.addController({ hostConnected: this.#showAgain });
  }

  /** A dialog that moves with its list is still open, but no longer modal. */
  readonly #showAgain = (): void => {
    const dialog = this.#list.renderRoot.querySelector('dialog');
    if (!dialog?.open || dialog.matches(':modal')) return;
    dialog.close();
    dialog.showModal();
  };

  async open(purpose: DialogPurpose, { connection, pick, say }: DialogHost): Promise<void> {
    const lazy = this.#lazy;
    const { store, signal } = connection() ?? {};
    const { messages } = lazy;
    if (!store || !signal || !messages) return;
    this.#tellChanges(store, signal);
    const m = { ...messages, ...this.#words.messages };
    const root = this.#list.renderRoot as ShadowRoot;
    const wordsFor: ModalOptions['wordsFor'] = (error) => lazy.wordsFor(error);
    const common = {
      level: this.#list.headingLevel,
      root,
      signal,
      messages: m,
      wordsFor,
    };

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
      // Focuses the room that moved up, else the last room, else the button of an empty list.
      const rows = root.querySelectorAll('li');
      focusButton(rows[Math.min(position, rows.length - 1)] ?? root);
      return;
    }

    const form = await lazy.import(import('./room-form.js'));
    if (!form || signal.aborted) return;
    this.#list.addStyles(form.styles);
    const old = purpose.action === 'edit' ? purpose.room : undefined;
    let room: VideoRoom | undefined;
    let opens = false;
    await openModal({
      ...common,
      title: old ? m.editTitle : m.createTitle,
      content: form.roomFields(m, old),
      check: (fields) => form.checkTime(fields, m.startsAtInvalid, old),
      wordsFor: (error) =>
        !old && error.reason === 'forbidden' ? { title: m.createForbidden } : wordsFor(error),
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
    if (opens) pick(room);
    else if (!old) focusButton(root.getElementById(rowId(room)));
  }

  /** Emits what comes of the dialogs of a connection; a change may end behind its dialog. */
  #tellChanges(store: RoomListStore, signal: AbortSignal): void {
    if (told.has(store)) return;
    told.add(store);
    const list = this.#list;
    const options = { signal };
    store.on('created', (fields) => list.dispatchEvent(new FfcRoomCreatedEvent(fields)), options);
    store.on('updated', (fields) => list.dispatchEvent(new FfcRoomUpdatedEvent(fields)), options);
    store.on('deleted', (fields) => list.dispatchEvent(new FfcRoomDeletedEvent(fields)), options);
  }
}

/** The stores whose changes are told. */
const told = new WeakSet<RoomListStore>();

function focusButton(within: ParentNode | null): void {
  within?.querySelector<HTMLElement>('button')?.focus();
}
