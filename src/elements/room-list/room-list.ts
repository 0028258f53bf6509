import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { RoomPermission, VideoRoom } from '../../api/types.js';
import { FfcRoomSelectEvent } from '../../events/list-events.js';
import { onForgetMember } from '../../services/forget-member.js';
import type { ListContent, ListPhase } from '../../state/list-types.js';
import { frame } from '../../styles/frame.js';
import { theme, tokens } from '../../styles/tokens.js';
import { utilities } from '../../styles/utilities.js';
import { buttonStyles } from '../../styles/button-styles.js';
import type { DialogPurpose } from './dialogs.js';
import { createButton, missingNote, skeleton, statusLine, toolbar } from './frame-views.js';
import { LazyContent, notOnPage } from './lazy-content.js';
import type { ListConnection } from './list-connection.js';
import { RoomListElementBase } from './room-list-options.js';
import { may } from './rights.js';
import { roomListStyles } from './room-list-styles.js';
import { keepFocus } from './row-focus.js';
import type { RoomAction } from './room-row.js';
import { toolbarRequests } from './toolbar-requests.js';

/**
 * The member's rooms: search, filter, sort, pages, and creating, editing and deleting them.
 * Picking one opens it in the `<ffc-room>` that `for` names. Only what the member may do is
 * offered: see `roomsApi`. While it is seen it stays up to date. Live rooms come first, with the
 * faces of who is online where the member may read that. Rooms are one stop of the Tab key, as in a
 * grid: up, down, Home and End move between them, left and right between the buttons of one.
 * What it shows comes from the service each time: nothing is shown as done before the service
 * says so. Removing the element ends its calls; back on a page it shows what it had and loads
 * that anew. Each method gives a promise that rejects with an `FfcError`; none throws.
 * The value `false` of a boolean attribute turns it off.
 *
 * @tag ffc-room-list
 * @summary A list of video rooms to pick from.
 *
 * @attr {string} lang - Language of the words (`en`, `ko`) and of the times; default: the nearest one around.
 * @attr {string} dir - Writing direction; default: the nearest one around.
 *
 * @slot header - In place of the title.
 * @slot empty - In place of the invitation to create the first room.
 *
 * @csspart header - The line with the title and the button to create a room.
 * @csspart title - The title.
 * @csspart create-button - The buttons to create a room.
 * @csspart tools - The search field and the two choices.
 * @csspart search - The search field.
 * @csspart select - The choice of a state, that of an order, and further filters.
 * @csspart filter-button - The button that shows and hides further filters.
 * @csspart filters - The box with further filters: type, access level, owner.
 * @csspart note - A line above the rooms: they may be out of date, or something could not be loaded.
 * @csspart content - All that is below: rooms, or what is shown in their place.
 * @csspart skeleton - The shapes that stand in while the first rooms load.
 * @csspart list - The list of rooms.
 * @csspart room - One room.
 * @csspart avatar - The round picture of the room's owner, or the initials.
 * @csspart room-title - A room's title.
 * @csspart description - A room's description.
 * @csspart facts - The line with state, lock, owner and time.
 * @csspart badge - A room's state.
 * @csspart current - The sign of the room that is open in the element that `for` names.
 * @csspart faces - The faces of who is online in a live room.
 * @csspart not-copied - Says that the link to a room could not be copied.
 * @csspart access - Who may enter a room, where that is not everybody.
 * @csspart hint - Why a room cannot be picked.
 * @csspart row-button - The buttons to copy the link to a room, to edit and to delete it.
 * @csspart blank - What stands in place of rooms: none yet, none found, a failure.
 * @csspart blank-title - The title of that.
 * @csspart pager - The line with the pages.
 * @csspart page-button - The buttons to the previous and the next page.
 * @csspart page - Which page is shown.
 * @csspart button - Other buttons: try again, clear the search, cancel.
 * @csspart dialog - The dialogs to create, edit and delete.
 * @csspart dialog-title - The title of a dialog.
 * @csspart dialog-error - What went wrong, in a dialog.
 * @csspart input - The fields of a dialog.
 * @csspart submit-button - The main button of a dialog.
 * @csspart icon - All icons.
 *
 * @cssprop [--ffc-color-accent] - Main buttons, the focus ring, scheduled rooms.
 * @cssprop [--ffc-color-on-accent] - Text on the accent colour.
 * @cssprop [--ffc-color-surface] - The background.
 * @cssprop [--ffc-color-surface-raised] - A room under the pointer, notes.
 * @cssprop [--ffc-color-on-surface] - Text.
 * @cssprop [--ffc-color-muted] - Less important text.
 * @cssprop [--ffc-color-border] - Lines around rooms and fields.
 * @cssprop [--ffc-color-danger] - Deleting, and what went wrong in a dialog.
 * @cssprop [--ffc-color-on-danger] - Text on the danger colour.
 * @cssprop [--ffc-color-success] - Rooms that are live.
 * @cssprop [--ffc-radius] - Radius of the corners.
 * @cssprop [--ffc-font] - The font.
 * @cssprop [--ffc-focus-ring] - The outline of what has the keyboard's focus.
 */
export class FfcRoomListElement extends RoomListElementBase {
  static override styles = [tokens, theme, frame, utilities, buttonStyles, roomListStyles];

  readonly #lazy = new LazyContent(this);
  readonly #toolbar = toolbarRequests(this, () => (this.#done = ''));
  #connection: ListConnection | undefined;
  /** The result of the user's last action, for screen readers. */
  #done = '';
  /** The next update loads, also what was asked for already. */
  #again = false;

  /** The rooms that are shown. */
  get rooms(): readonly VideoRoom[] {
    return this.#shown?.rooms ?? [];
  }

  get #phase(): ListPhase {
    return this.#connection?.store.phase.getSnapshot() ?? { state: 'idle' };
  }

  get #shown(): ListContent | undefined {
    const phase = this.#phase;
    return phase.state === 'ready' ? phase : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What could not be loaded may come now.
    this.#again ||= !this.#lazy.content;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved within the page, it is connected again by then, and nothing has to end.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#connection?.close();
      this.#toolbar.cancel();
      this.#lazy.cancelWork();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { content } = this.#lazy;
    content?.followSource(changed, this, this.#connection, this.#lazy, this.#startOver);
    if (!this.isConnected) return;
    if (this.#again) void this.#lazy.loadContent();
    if (content && (!this.#connection || this.#connection.signal.aborted)) {
      const connection = new content.ListConnection(this, this.#shown);
      onForgetMember(() => connection.services, this.#startOver, connection);
      const keepFresh = (): void => void this.#lazy.keepFresh(connection, this.#say);
      connection.store.on('load', keepFresh, connection);
      connection.store.on('error', keepFresh, connection);
      this.#connection = connection;
      this.#again = true;
    }
    this.#connection?.query(this.#again);
    this.#again = false;
  }

  protected override update(changed: PropertyValues<this>): void {
    keepFocus(this.shadowRoot, () => super.update(changed));
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    // The first update begins to load.
    await super.getUpdateComplete();
    await this.#lazy.loading;
    return super.getUpdateComplete();
  }

  /**
   * Loads the rooms again; those that are shown stay until then.
   *
   * @throws {FfcError} When it failed; reason `aborted` when something newer was asked for, and
   *   `invalid-state` when the element is not on a page.
   */
  async refresh(): Promise<void> {
    if (this.isConnected) {
      this.#again = true;
      this.requestUpdate();
      await this.updateComplete;
    }
    if (!this.isConnected || !this.#connection) throw this.#lazy.missing ?? notOnPage();
    return this.#connection.loading;
  }

  /**
   * Loads another page.
   *
   * @param page Counted from 1; beyond the last page the last one is shown.
   * @throws {FfcError} As `refresh()`.
   */
  goToPage(page: number): Promise<void> {
    this.page = page;
    return this.refresh();
  }

  protected override render(): TemplateResult {
    const m = this.#lazy.frameMessages;
    const phase = this.#phase;
    return html`
      <div class="frame">
        <div class="container">
          <div part="header" class="head">
            <slot name="header"><h2 part="title">${m.heading}</h2></slot>
            ${this.#may('create') ? createButton(m, this.#onCreate) : nothing}
          </div>
          ${toolbar(m, this, this.#toolbar, this.#lazy.extras)} ${statusLine(m, phase, this.#done)}
          ${this.#lazy.missing ? missingNote(m, this.#onRetry) : nothing}
          <section
            part="content"
            tabindex="-1"
            aria-label=${m.heading}
            aria-busy=${phase.state === 'ready' && phase.refreshing}
          >
            ${this.#renderContent(phase)}
          </section>
        </div>
      </div>
    `;
  }

  #renderContent(phase: ListPhase): TemplateResult {
    const { content, messages, lang, extras } = this.#lazy;
    if (!content || !messages || (phase.state !== 'ready' && phase.state !== 'failed')) {
      return skeleton();
    }
    return content.contentView({
      phase,
      messages,
      lang,
      extras,
      may: this.#may,
      pending: this.#connection?.store.pending.getSnapshot() ?? [],
      failure: phase.state === 'failed' ? this.#lazy.wordsFor(phase.error) : undefined,
      searching: !!(this.keyword || this.roomState || extras?.chosenFilters),
      act: this.#onAction,
      onCreate: this.#onCreate,
      onRetry: this.#onRetry,
      onClear: this.#onClear,
      onPage: (page) => (this.page = page),
    });
  }

  /** Drops what is shown, with all that is under way, and loads from the start. */
  readonly #startOver = (): void => {
    this.#connection?.close();
    this.#connection = undefined;
    this.requestUpdate();
  };

  readonly #may = (permission: RoomPermission, room?: VideoRoom): boolean =>
    may(this, this.#connection?.me, this.#shown, permission, room);

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #say = (text: string): Promise<unknown> => {
    this.#done = text;
    this.requestUpdate();
    return this.updateComplete;
  };

  readonly #onClear = (): void => {
    this.#toolbar.onChange({ keyword: '', roomState: '', ...this.#lazy.extras?.givenFilters });
    this.#focus('input');
  };

  readonly #onRetry = (): void => {
    this.#focus('section');
    this.refresh().catch(() => {});
  };

  readonly #onCreate = (): void => {
    this.#openDialog({ action: 'create' });
  };

  readonly #onAction = (action: RoomAction, room: VideoRoom): void => {
    if (action !== 'pick') return this.#openDialog({ action, room });
    if (this.dispatchEvent(new FfcRoomSelectEvent({ room }))) {
      void this.#lazy.content?.openPickedRoom(this, room);
    }
  };

  #openDialog(purpose: DialogPurpose): void {
    const pick = (room: VideoRoom): void => this.#onAction('pick', room);
    void this.#lazy.openDialog(purpose, {
      say: this.#say,
      pick,
      connection: () => this.#connection,
    });
  }
}
