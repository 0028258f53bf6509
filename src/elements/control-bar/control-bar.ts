import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LocaleController } from '../../parts/locale-controller.js';
import { controlButton } from '../../parts/control-button.js';
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
 * The buttons of a call: microphone, camera, screen share, chat, devices, leave. Stands inside
 * `<ffc-room>`, or anywhere with `for`. It only asks, by cancelable requests, and shows what is:
 * a microphone is on when the session says so, and the button is busy until then.
 *
 * One stop of the Tab key; arrow keys, Home and End go from button to button.
 *
 * @tag ffc-control-bar
 * @summary Microphone, camera, screen share, chat, devices, leave.
 *
 * @slot start - Before the buttons.
 * @slot end - After the buttons.
 *
 * @csspart control-bar - The row of buttons.
 * @csspart control - One button.
 * @csspart control-group - The switch of a device, and the button beside it.
 * @csspart control-choice - That button: it opens the choice of devices.
 * @csspart control-label - The text of a button; only for screen readers where it is narrow.
 * @csspart control-count - How many things wait behind a button, such as unread messages.
 * @csspart tooltip - The name of a button, its key, and what a click does.
 * @csspart menu - What a button opens, such as the choice of devices.
 * @csspart menu-item - A line of *more*.
 * @csspart input - A choice in it.
 */
export class FfcControlBarElement extends FfcPartElement {
  static override styles = [commonStyles, controlStyles, controlBarStyles];
  // Not by decorators: their helpers would be a hundredth of what a preview loads.
  static override properties: PropertyDeclarations = {
    controls: { converter: words },
  };

  /**
   * The buttons to show, in order: `microphone camera screen chat devices more leave`, some of them, or
   * others that `registerControl()` made known. Default: what the room's `controls` says, else
   * all, in clusters, and what is rarely used in *more*.
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
    // Behind the call. Without it the bar is a row, and a click on what opens a menu tries again.
    this.#loadLayout().catch(() => {});
  }

  /** A row that scrolls where it must, until the code of the layout has come. */
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
    await this.updateComplete;
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
