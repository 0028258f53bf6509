import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { dispatchRequest } from '../../parts/request.js';
import { RoomController } from '../../parts/room-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { windowOf } from '../../parts/tree.js';
import { RovingFocus } from '../../parts/roving-focus.js';
import { roomDictionary } from '../../i18n/room.js';
import type { DeviceKind } from '../../rtc/session.js';
import { frame } from '../../styles/frame.js';
import { tokens } from '../../styles/tokens.js';
import { utilities } from '../../styles/utilities.js';
import { elementReference, FfcElement, text, words } from '../shared/converters.js';
import { buttonStyles } from '../shared/button-styles.js';
import { deviceSelects } from '../shared/device-selects.js';
import { fieldStyles } from '../shared/field-styles.js';
import { controlBarStyles } from './control-bar-styles.js';
import {
  chooseControls,
  type ControlFacts,
  controlView,
  type ControlView,
} from '../shared/controls.js';
import { placeMenu } from './menu-place.js';

/**
 * The buttons of a call: microphone, camera, screen share, devices, leave. Stands inside
 * `<ffc-room>`, or anywhere with `for`. It only asks, by cancelable requests, and shows what is:
 * a microphone is on when the session says so, and the button is busy until then.
 *
 * One stop of the Tab key; arrow keys, Home and End go from button to button.
 *
 * @tag ffc-control-bar
 * @summary Microphone, camera, screen share, devices, leave.
 *
 * @fires ffc-microphone-request
 * @fires ffc-camera-request
 * @fires ffc-screen-share-request
 * @fires ffc-leave-request
 *
 * @slot start - Before the buttons.
 * @slot end - After the buttons.
 *
 * @csspart control-bar - The row of buttons.
 * @csspart control - One button.
 * @csspart control-microphone - The microphone button.
 * @csspart control-camera - The camera button.
 * @csspart control-screen - The screen share button.
 * @csspart control-devices - The button that opens the choice of devices.
 * @csspart control-leave - The leave button.
 * @csspart control-label - The text of a button; only for screen readers where it is narrow.
 * @csspart menu - The choice of devices.
 * @csspart input - A choice in it.
 */
export class FfcControlBarElement extends FfcElement {
  static override styles = [tokens, frame, utilities, buttonStyles, fieldStyles, controlBarStyles];

  /** The id of the `<ffc-room>`, for a bar that stands outside of it (attribute `for`). */
  @property({ converter: text(), attribute: 'for' }) htmlFor: string | undefined;

  /** The `<ffc-room>` itself, for one that an id does not reach; goes before `htmlFor`. */
  @property({ converter: elementReference, attribute: false })
  forElement: Element | null | undefined;

  /**
   * The buttons to show, in order: `microphone camera screen devices leave`, or some of them.
   * Default: what the room's `controls` says, else all.
   */
  @property({ converter: words }) controls: string | undefined;

  readonly #room = new RoomController(this, {
    watch: ({ store, options }) => [store.controls, store.phase, options],
  });
  readonly #locale = new LocaleController(
    this,
    roomDictionary,
    () => this.#room.room?.options.getSnapshot().messages,
  );
  readonly #roving = new RovingFocus(this, () => [
    ...this.renderRoot.querySelectorAll<HTMLElement>('.control'),
  ]);
  #menuLifetime: AbortController | undefined;
  #menuHadFocus = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#menuLifetime?.abort();
  }

  protected override render(): TemplateResult {
    const room = this.#room.room;
    const { messages } = this.#locale;
    return html`
      <div class="frame">
        <div class="container">
          <div
            class="bar"
            part="control-bar"
            role="toolbar"
            aria-label=${messages.controls}
            @keydown=${this.#roving.onKeydown}
            @focusin=${this.#roving.onFocusin}
          >
            <slot name="start"></slot>
            ${room ? this.#renderControls(room) : nothing}
            <slot name="end"></slot>
          </div>
        </div>
      </div>
      ${room ? this.#renderMenu(room) : nothing}
    `;
  }

  #renderControls({ store, options }: RoomHandle): TemplateResult[] {
    const facts: ControlFacts = {
      messages: this.#locale.messages,
      controls: store.controls.getSnapshot(),
      state: store.phase.getSnapshot().state,
    };
    const names = this.controls?.split(/\s+/).filter(Boolean) ?? options.getSnapshot().controls;
    return chooseControls(names).map((name) => this.#renderControl(controlView(name, facts)));
  }

  #renderControl(control: ControlView): TemplateResult {
    const { name, label, hint, icon, pressed, pending, disabled, failed, look } = control;
    return html`
      <button
        type="button"
        class="button control ${look ?? ''}"
        part="control control-${name}"
        data-control=${name}
        title=${hint}
        aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
        aria-busy=${pending ? 'true' : 'false'}
        aria-disabled=${disabled ? 'true' : 'false'}
        aria-haspopup=${name === 'devices' ? 'dialog' : nothing}
        popovertarget=${name === 'devices' && !disabled ? 'menu' : nothing}
        @click=${() => this.#onClick(control)}
      >
        ${icon}
        <span class="label" part="control-label">${label}</span>
        ${failed ? html`<span class="sign" aria-hidden="true">!</span>` : nothing}
      </button>
    `;
  }

  #renderMenu({ store }: RoomHandle): TemplateResult {
    const { messages } = this.#locale;
    return html`
      <div
        id="menu"
        class="menu"
        part="menu"
        popover
        role="dialog"
        aria-label=${messages.devices}
        @beforetoggle=${this.#onMenuBeforeToggle}
        @toggle=${this.#onMenuToggle}
      >
        <div>
          ${deviceSelects({
            messages,
            devices: store.controls.getSnapshot().devices,
            onPick: this.#onPick,
          })}
        </div>
      </div>
    `;
  }

  readonly #onClick = ({ request, disabled, pending }: ControlView): void => {
    const room = this.#room.room;
    if (room && request && !disabled && !pending) dispatchRequest(this, room, request());
  };

  readonly #onMenuBeforeToggle = (event: ToggleEvent): void => {
    const menu = event.currentTarget as HTMLElement;
    this.#menuHadFocus = event.newState === 'closed' && menu.matches(':focus-within');
  };

  readonly #onMenuToggle = (event: ToggleEvent): void => {
    this.#menuLifetime?.abort();
    const menu = event.currentTarget as HTMLElement;
    menu.classList.remove('placed');
    const button = this.renderRoot.querySelector<HTMLElement>('[data-control=devices]');
    if (event.newState === 'closed') {
      // Unless a click elsewhere has taken it.
      const { activeElement, body } = this.ownerDocument;
      const isFree = activeElement === body || menu.matches(':focus-within');
      if (this.#menuHadFocus && isFree) button?.focus();
      return;
    }
    if (!button) return;
    this.#menuLifetime = new AbortController();
    const { signal } = this.#menuLifetime;
    const place = (): void => placeMenu(menu, button);
    place();
    menu.classList.add('placed');
    const view = windowOf(this);
    view?.addEventListener('resize', place, { signal });
    view?.addEventListener('scroll', place, { signal, capture: true, passive: true });
    menu.querySelector<HTMLElement>('select:enabled')?.focus();
    // Devices may have come or gone while nobody looked.
    this.#room.room?.store.session?.refreshDevices().catch(() => {});
  };

  readonly #onPick = (kind: DeviceKind, deviceId: string): void => {
    // When it fails the room tells it, and the choice goes back to what is.
    this.#room.room?.store.switchDevice(kind, deviceId).catch(() => this.requestUpdate());
  };
}
