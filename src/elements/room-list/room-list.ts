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
 * A list of the member's video rooms, with search, filters, sort order and pages, and with dialogs
 * that create, edit and delete rooms.
 *
 * Picking a room opens it in the `<ffc-room>` that `for` names. The list offers only the actions
 * that the member may take: see `roomsApi`. It stays up to date while it is visible. Live rooms
 * come first, with the faces of the people online if the member may see them. All rooms together
 * are one Tab stop, as in a grid: the up and down arrows, Home and End move between rooms, and the
 * left and right arrows between the buttons of a room. Its landmarks have the title as their name,
 * or the element's `aria-label`, which tells several lists on a page apart.
 *
 * The list renders a change only after the service has confirmed it. Removing the element aborts
 * its requests. An element that returns to a page renders its last rooms and loads them again. Each
 * method returns a promise that rejects with an `FfcError`; none throws. The value `false` turns a
 * boolean attribute off.
 *
 * @tag ffc-room-list
 * @summary A list of video rooms to pick from.
 *
 * @attr {string} lang - Language of the words (`en`, `ko`) and of the times. Default: the nearest
 *   `lang` around.
 * @attr {string} dir - Writing direction. Default: the nearest `dir` around.
 *
 * @slot header - Replaces the title.
 * @slot empty - Replaces the invitation to create the first room.
 *
 * @csspart header - The line with the title and the button to create a room.
 * @csspart title - The title.
 * @csspart create-button - The buttons to create a room.
 * @csspart tools - The search field, the choices of state and order, and the further filters.
 * @csspart search - The search field.
 * @csspart select - The choice of a state, the choice of an order, and each further filter.
 * @csspart filter-button - The button that shows and hides further filters.
 * @csspart filters - The box with further filters: type, access level, owner.
 * @csspart note - A line above the rooms: they may be out of date, or some code did not load.
 * @csspart content - The area below the tools: the rooms, or their replacement.
 * @csspart skeleton - The placeholders while the first rooms load.
 * @csspart list - The list of rooms.
 * @csspart room - One room.
 * @csspart avatar - The round picture of the room's owner, or the owner's initials.
 * @csspart room-title - A room's title.
 * @csspart description - A room's description.
 * @csspart facts - The line with state, lock, owner and time.
 * @csspart badge - A room's state.
 * @csspart current - The badge of the room that is open in the element that `for` names.
 * @csspart faces - The faces, or the number, of the people online in a live room.
 * @csspart not-copied - The note that the link to a room could not be copied.
 * @csspart access - The rule of who may enter a room, if not everybody may.
 * @csspart hint - The reason why a room cannot be picked.
 * @csspart row-button - The buttons to copy the link to a room, to edit and to delete it.
 * @csspart blank - The message in place of rooms: none yet, none found, or a failure.
 * @csspart blank-title - The title of that message.
 * @csspart pager - The line with the pages.
 * @csspart page-button - The buttons to the previous and the next page.
 * @csspart page - The number of the current page.
 * @csspart button - Other buttons: try again, clear the search, cancel.
 * @csspart dialog - The dialogs to create, edit and delete.
 * @csspart dialog-title - The title of a dialog.
 * @csspart dialog-error - The failure in a dialog.
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
 * @cssprop [--ffc-color-danger] - The button to delete, and the failure in a dialog.
 * @cssprop [--ffc-color-on-danger] - Text on the danger colour.
 * @cssprop [--ffc-color-success] - Rooms that are live.
 * @cssprop [--ffc-radius] - Radius of the corners.
 * @cssprop [--ffc-font] - The font.
 * @cssprop [--ffc-focus-ring] - The outline of the focused element.
 */
export class FfcRoomListElement extends RoomListElementBase {
  static override styles = [tokens, theme, frame, utilities, buttonStyles, roomListStyles];

  readonly #lazy = new LazyContent(this);
  readonly #toolbar = toolbarRequests(this, () => (this.#done = ''));
  #connection: ListConnection | undefined;
  /** The result of the user's last action, for screen readers. */
  #done = '';
  /** Makes the next update load the rooms, even if the query is unchanged. */
  #again = false;

  /** The rooms of the current page. */
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
    // The code of the content may load now, although it failed before.
    this.#again ||= !this.#lazy.content;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that moves within the page is connected again by then, and keeps its connection.
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
    // `loading` is set by the first update.
    await super.getUpdateComplete();
    await this.#lazy.loading;
    return super.getUpdateComplete();
  }

  /**
   * Loads the rooms again. The present ones stay until the new ones have loaded.
   *
   * @throws {FfcError} If the request fails. The reason is `aborted` if a newer request replaced
   *   it, and `invalid-state` if the element is not on a page.
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
   * @param page Counted from 1. A number beyond the last page loads the last page.
   * @throws {FfcError} As `refresh()`.
   */
  goToPage(page: number): Promise<void> {
    this.page = page;
    return this.refresh();
  }

  protected override render(): TemplateResult {
    const m = this.#lazy.frameMessages;
    const phase = this.#phase;
    // Several lists on a page tell their landmarks apart by it.
    const label = this.ariaLabel ?? m.heading;
    return html`
      <div class="frame">
        <div class="container">
          <div part="header" class="head">
            <slot name="header">
              <h2 part="title" aria-level=${this.headingLevel}>${m.heading}</h2>
            </slot>
            ${this.#may('create') ? createButton(m, this.#onCreate) : nothing}
          </div>
          ${toolbar(m, label, this, this.#toolbar, this.#lazy.extras)}
          ${statusLine(m, phase, this.#done)} ${this.#lazy.missing && missingNote(m, this.#onRetry)}
          <section
            part="content"
            tabindex="-1"
            aria-label=${label}
            aria-busy=${phase.state === 'ready' && phase.refreshing}
          >
            ${this.#renderContent(phase, label)}
          </section>
        </div>
      </div>
    `;
  }

  #renderContent(phase: ListPhase, label: string): TemplateResult {
    const { content, messages, lang, extras } = this.#lazy;
    if (!content || !messages || (phase.state !== 'ready' && phase.state !== 'failed')) {
      return skeleton();
    }
    return content.contentView({
      phase,
      messages,
      label,
      level: this.headingLevel + 1,
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

  /** Aborts all requests, drops the rooms and connects again. */
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
