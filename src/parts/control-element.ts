import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { addRoomWords, roomDictionary } from './room-words.js';
import { buttonStyles } from '../styles/button-styles.js';
import { fieldStyles } from '../styles/field-styles.js';
import { tokens } from '../styles/tokens.js';
import { utilities } from '../styles/utilities.js';
import { PartElement } from './part-element.js';
import { controlKeys, keyOf } from './control-keys.js';
import type { ControlMenus } from './control-menu.js';
import { loadedMenus, loadMenus } from './control-menus.js';
import { controlButton } from './control-button.js';
import { controlStyles } from './control-styles.js';
import { controlCells, type ControlView, useControl, viewControl } from './control-view.js';
import type { Control } from './controls.js';
import { LocaleController } from './locale-controller.js';
import { offerTips } from './offer-tips.js';
import { openLate } from './open-late.js';
import { RoomController } from './room-controller.js';
import { callWords } from '../locales/en.js';

addRoomWords(callWords);

/**
 * One control of a call as an element of its own. Place it inside `<ffc-room>`, or anywhere with
 * `for`. A click dispatches a cancelable request; the button shows the actual state. Without a
 * room, or before the call, the button is disabled and says why.
 *
 * @csspart control - The button.
 * @csspart control-label - The button's text: only for screen readers, as the tooltip shows it.
 * @csspart control-count - The number of waiting things, such as unread messages.
 * @csspart tooltip - The button's name, its key, and the effect of a click.
 * @csspart menu - The menu that the button opens.
 * @csspart menu-item - A line of *more*.
 * @csspart button - The button that closes the menu.
 * @csspart input - A choice in the menu.
 */
export class FfcControlElement extends PartElement {
  static override styles = [
    tokens,
    utilities,
    buttonStyles,
    fieldStyles,
    controlStyles,
    css`
      :host {
        display: inline-block;
      }
    `,
  ];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  readonly #room = new RoomController(this, {
    watch: (room) => [
      ...controlCells(room),
      controlKeys(room),
      ...(this.control?.watch?.(room) ?? []),
    ],
  });
  readonly #locale = new LocaleController(
    this,
    roomDictionary,
    () => this.#room.room?.options.getSnapshot().messages,
  );
  #menus: ControlMenus | undefined;

  /** The control of the element. Each tag has its own. */
  protected get control(): Control | undefined {
    return undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { control } = this;
    const { room } = this.#room;
    if (!control || control.isSupported?.() === false) return nothing;
    if (room && control.isOffered?.(room) === false) return nothing;
    const view = viewControl(control, room, this.#locale);
    const { messages, lang } = this.#locale;
    const redraw = (): void => this.requestUpdate();
    const code = loadedMenus();
    if (code) this.#menus ??= new code.ControlMenus(this, () => this.#room.room);
    return html`
      ${controlButton(view, {
        onClick: () => this.#onClick(view),
        menu: 'menu',
        key: room && keyOf(control.name, this, room),
      })}
      ${room && this.#menus?.render('menu', view, { room, part: this, messages, lang, redraw })}
    `;
  }

  protected override firstUpdated(): void {
    offerTips(this);
    // Loads in the background; after a failure, a click tries again.
    if (this.control?.menu ?? this.control?.loadsAhead) this.#loadMenus().catch(() => {});
  }

  protected override updated(): void {
    const { room } = this.#room;
    if (room && this.control) this.#menus?.loadAhead(room, [this.control]);
  }

  async #loadMenus(): Promise<void> {
    await loadMenus();
    this.requestUpdate();
    await this.updateComplete;
  }

  #onClick(view: ControlView): void {
    const { room } = this.#room;
    if (!room) return;
    useControl(this, room, view);
    if (this.#menus || !view.control.menu || view.state.disabled) return;
    openLate(room, this.#loadMenus(), () => this.#menus?.open('menu'));
  }
}

/** Creates the class for a control's tag. */
export function controlElement(find: () => Control | undefined): typeof FfcControlElement {
  return class extends FfcControlElement {
    protected override get control(): Control | undefined {
      return find();
    }
  };
}
