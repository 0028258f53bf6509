import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LocaleController } from '../../parts/locale-controller.js';
import { buttonOf, controlButton } from '../../parts/control-button.js';
import { controlKeys } from '../../parts/control-keys.js';
import { controlStyles } from '../../parts/control-styles.js';
import {
  controlCells,
  type ControlView,
  useControl,
  viewControl,
} from '../../parts/control-view.js';
import type { Control } from '../../parts/controls.js';
import { registeredControls } from '../../parts/registered-controls.js';
import { offeredControls } from '../../parts/offered-controls.js';
import { offerTips } from '../../parts/offer-tips.js';
import { openLate } from '../../parts/open-late.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { RovingFocus } from '../../parts/roving-focus.js';
import { addRoomWords, roomDictionary } from '../../parts/room-words.js';
import { commonStyles } from '../../styles/common-styles.js';
import { words } from '../shared/converters.js';
import { FfcPartElement } from '../shared/part-element.js';
import type { BarContent, BarLayout } from './bar-layout.js';
import { controlBarStyles } from './control-bar-styles.js';
import { callWords } from '../../locales/en.js';

addRoomWords(callWords);

/**
 * The buttons of a call: microphone, camera, screen share, chat, devices, leave. Place it inside
 * `<ffc-room>`, or anywhere with `for`. A click dispatches a cancelable request; the buttons show
 * the actual state. A microphone is on when the session says so, and its button is busy until then.
 *
 * The bar is one stop of the Tab key. The arrow keys, Home and End move between its buttons.
 *
 * @tag ffc-control-bar
 * @summary Microphone, camera, screen share, chat, devices, leave.
 *
 * @slot start - Content before the buttons.
 * @slot end - Content after the buttons.
 *
 * @csspart control-bar - The row of buttons.
 * @csspart control - One button.
 * @csspart control-group - A button with a second one beside it, which opens a menu.
 * @csspart control-choice - That second button: for a choice of devices, or for hosts beside Leave.
 * @csspart control-label - The text of a button: only for screen readers, as the tooltip shows it.
 * @csspart control-count - The number of waiting things, such as unread messages.
 * @csspart tooltip - The name of a button, its key, and the effect of a click.
 * @csspart menu - The menu of a button, such as the choice of devices.
 * @csspart menu-item - A line of *more*, or of the menu beside Leave.
 * @csspart button - A button in a menu: the one that closes it, or an answer to a question.
 * @csspart input - A choice in a menu.
 */
export class FfcControlBarElement extends FfcPartElement {
  static override styles = [commonStyles, controlStyles, controlBarStyles];
  // Without decorators: their helpers would be a hundredth of the code that a preview loads.
  static override properties: PropertyDeclarations = {
    controls: { converter: words },
  };

  /**
   * The buttons to show, in order: `microphone camera screen chat devices more leave`, some of
   * them, or others from `registerControl()`. Default: the room's `controls`, else all, in
   * clusters, with the rarely used ones in *more*.
   */
  controls: string | undefined;

  readonly #room = new RoomController(this, {
    watch: (room) => [
      ...controlCells(room),
      controlKeys(room),
      registeredControls,
      ...this.#controls(room).flatMap((control) => control.watch?.(room) ?? []),
    ],
  });
  readonly #locale = new LocaleController(
    this,
    roomDictionary,
    () => this.#room.room?.options.getSnapshot().messages,
  );
  readonly #roving = new RovingFocus(this, () => [
    ...this.renderRoot.querySelectorAll<HTMLElement>('.control, .choose'),
  ]);
  #layout: BarLayout | undefined;

  protected override render(): TemplateResult {
    const { room } = this.#room;
    const { messages } = this.#locale;
    const content = room && this.#contentOf(room);
    const layout = this.#layout;
    const isRow = !layout || !content || content.isNamed;
    return html`
      <div class="frame">
        <div class="container">
          <div
            class="bar ${layout ? 'fitted' : ''} ${isRow ? '' : 'clusters'}"
            part="control-bar"
            role="toolbar"
            aria-label=${messages.controls}
            @keydown=${this.#roving.onKeydown}
            @focusin=${this.#roving.onFocusin}
          >
            ${layout && content ? layout.renderRow(content) : this.#renderRow(content)}
          </div>
        </div>
      </div>
      ${content && layout?.renderMenus(content)}
    `;
  }

  protected override firstUpdated(): void {
    offerTips(this);
    // Loads in the background of the call. Without it the bar is a row; a click on a button with a
    // menu tries again.
    this.#loadLayout().catch(() => {});
  }

  /** Renders a row until the code of the layout has loaded. It scrolls when it is too long. */
  #renderRow(content: BarContent | undefined): TemplateResult {
    const controls = content?.controls.filter(({ name }) => name !== 'more') ?? [];
    return html`
      <slot name="start"></slot>
      ${controls.map((control) => {
        const view = viewControl(control, content?.room, this.#locale);
        return controlButton(view, { onClick: () => this.#onClick(view) });
      })}
      <slot name="end"></slot>
    `;
  }

  async #loadLayout(): Promise<void> {
    const { BarLayout } = await import('./bar-layout.js');
    this.#layout ??= new BarLayout(this, () => this.#room.room);
    this.requestUpdate();
    // The layout renders new buttons. The one with the focus passes it on to its successor.
    const focused = this.shadowRoot?.activeElement as HTMLElement | null;
    await this.updateComplete;
    buttonOf(this.renderRoot, focused?.dataset['control'])?.focus();
  }

  #contentOf(room: RoomHandle): BarContent {
    return {
      room,
      controls: this.#controls(room),
      isNamed: this.#names(room) !== undefined,
      words: this.#locale,
      onClick: (view) => this.#onClick(view),
    };
  }

  #controls(room: RoomHandle): readonly Control[] {
    return offeredControls(room, this.#names(room));
  }

  #names({ options }: RoomHandle): readonly string[] | undefined {
    return this.controls?.split(/\s+/).filter(Boolean) ?? options.getSnapshot().controls;
  }

  #onClick(view: ControlView): void {
    const { room } = this.#room;
    if (!room) return;
    useControl(this, room, view);
    if (this.#layout || !view.control.menu || view.state.disabled) return;
    openLate(room, this.#loadLayout(), () => this.#layout?.openMenu(view));
  }
}
