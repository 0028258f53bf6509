/** The dialogs of a list and what they say: a chunk of its own, which comes with the first one. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VideoRoom } from '../../api/types.js';
import type { RoomListMessages } from '../../i18n/list-messages.js';
import type { RoomListStore } from '../../state/list-types.js';
import { fieldStyles } from '../../styles/field-styles.js';
import { dialogStyles } from '../shared/dialog-styles.js';
import { spinnerStyles } from '../../parts/spinner.js';
import { type ModalOptions, openModal } from './modal.js';
import { modalStyles } from './modal-styles.js';

export { listDialogsDictionary } from '../../i18n/list-dialogs.js';

/** What is drawn here needs these beside the frame's. */
export const styles = [fieldStyles, dialogStyles, spinnerStyles, modalStyles];

/** What a dialog needs of the list that opens it. */
export interface DialogHost extends Pick<ModalOptions, 'root' | 'signal' | 'wordsFor'> {
  readonly store: RoomListStore;
  readonly messages: RoomListMessages;
  /** The id of a room's row. */
  readonly rowId: (room: VideoRoom) => string;
  /** A room's title, for a sentence. */
  readonly shortTitle: (room: VideoRoom, untitled: string) => string;
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

  const old = purpose.action === 'edit' ? purpose.room : undefined;
  let room: VideoRoom | undefined;
  await openModal({
    ...common,
    title: old ? m.editTitle : m.createTitle,
    content: roomFields(m, old),
    submit: old ? m.editSubmit : m.createSubmit,
    working: old ? m.saving : m.creating,
    run: async (form) => {
      const text = (name: string): string => {
        const value = form.get(name);
        return typeof value === 'string' ? value : '';
      };
      const title = text('title').trim();
      const description = text('description').trim();
      // Not trimmed: spaces are part of a password.
      const password = text('password');
      room = old
        ? await store.update(old, { title, description })
        : await store.create({
            type: 'VIDEO_CONFERENCE',
            ...(title && { title }),
            ...(description && { description }),
            ...(password && { password }),
          });
    },
  });
  if (!room) return;
  const title = shortTitle(room, m.untitled);
  await say(old ? m.updatedRoom(title) : m.createdRoom(title));
  if (!old) focusButton(root.getElementById(rowId(room)));
}

function roomFields(m: RoomListMessages, room: VideoRoom | undefined): TemplateResult {
  const label = (id: string, text: string): TemplateResult =>
    html`<label for=${id}>${text} <small>(${m.optional})</small></label>`;
  return html`
    <div class="field">
      ${label('field-title', m.title)}
      <input
        id="field-title"
        part="input"
        class="input"
        name="title"
        autocomplete="off"
        autofocus
        .value=${room?.title ?? ''}
      />
    </div>
    <div class="field">
      ${label('field-description', m.description)}
      <textarea
        id="field-description"
        part="input"
        class="input"
        name="description"
        rows="3"
        .value=${room?.description ?? ''}
      ></textarea>
    </div>
    ${
      room
        ? nothing
        : html`<div class="field">
            ${label('field-password', m.password)}
            <input
              id="field-password"
              part="input"
              class="input"
              name="password"
              type="password"
              autocomplete="new-password"
              aria-describedby="password-hint"
            />
            <span id="password-hint" class="hint">${m.passwordHint}</span>
          </div>`
    }
  `;
}

function focusButton(within: ParentNode | null): void {
  within?.querySelector<HTMLElement>('button')?.focus();
}
