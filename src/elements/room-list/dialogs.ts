/** The dialogs of a list and what they say: a chunk of its own, which comes with the first one. */
import { html } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import { listDialogs } from '../../locales/en.js';
import type { RoomListDialogMessages } from '../../i18n/list-messages.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomListStore } from '../../state/list-types.js';
import { dialogStyles } from '../shared/dialog-styles.js';
import { spinnerStyles } from '../../parts/spinner.js';
import type { LazyContent } from './lazy-content.js';
import { type ModalOptions, openModal } from './modal.js';
import { modalStyles } from './modal-styles.js';
import type { RoomListElementBase } from './room-list-options.js';
import { rowId, shortTitle } from './room-row.js';

/** The members of the list that a dialog needs. */
export interface DialogHost {
  /** Called when the code is there; without a connection nothing opens. */
  readonly connection: () =>
    { readonly store: RoomListStore; readonly signal: AbortSignal } | undefined;
  /** Opens a room, as a click on its row does. */
  readonly pick: (room: VideoRoom) => void;
  /** Tells screen readers; resolves when the list is drawn. */
  readonly say: (text: string) => Promise<unknown>;
}

/** The purpose of a dialog: it creates, changes or deletes a room. */
export type DialogPurpose =
  { readonly action: 'create' } | { readonly action: 'edit' | 'delete'; readonly room: VideoRoom };

/** The dialogs of one list. */
export class RoomDialogs {
  readonly #list: RoomListElementBase;
  readonly #lazy: Pick<LazyContent, 'messages' | 'wordsFor' | 'import'>;
  readonly #words: LocaleController<RoomListDialogMessages>;

  constructor(
    list: RoomListElementBase,
    lazy: Pick<LazyContent, 'messages' | 'wordsFor' | 'import'>,
  ) {
    this.#list = list;
    this.#lazy = lazy;
    this.#words = new LocaleController<RoomListDialogMessages>(
      list,
      { group: 'list', en: listDialogs },
      () => list.messages,
    );
    list.addStyles([dialogStyles, spinnerStyles, modalStyles]);
  }

  /** Lets the user create, edit or delete a room; resolves when the dialog is gone. Never rejects. */
  async open(purpose: DialogPurpose, { connection, pick, say }: DialogHost): Promise<void> {
    const lazy = this.#lazy;
    const { store, signal } = connection() ?? {};
    const { messages } = lazy;
    if (!store || !signal || !messages) return;
    const m = { ...messages, ...this.#words.messages };
    const root = this.#list.renderRoot as ShadowRoot;
    const wordsFor: ModalOptions['wordsFor'] = (error) => lazy.wordsFor(error);
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
}

function focusButton(within: ParentNode | null): void {
  within?.querySelector<HTMLElement>('button')?.focus();
}
