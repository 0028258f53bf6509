import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { type FfcError, loadFailed } from '../../core/errors.js';
import { warnOnce } from '../../core/logger.js';
import { FfcErrorEvent } from '../../events/error-event.js';
import { FfcPanelRequestEvent } from '../../events/request-events.js';
import { roomErrorWords } from '../../i18n/error-words.js';
import type { PanelMessages } from '../../i18n/panel-messages.js';
import { panelFrame } from '../../locales/en.js';
import { closeIcon } from '../../icons/close.js';
import { LocaleController } from '../../parts/locale-controller.js';
import { type Panel, registeredPanels } from '../../parts/panels.js';
import { windowOf } from '../../parts/tree.js';
import { requestUpdateOn } from '../../parts/request-update-on.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { isInCall } from '../../state/phase.js';
import { problemView } from '../../parts/problem-view.js';
import type { CallView } from './call-view.js';
import { PanelFocus } from './panel-focus.js';
import { panelStyles } from './panel-styles.js';
import type { RoomApiElement } from './room-api.js';
import { progressView } from './shell-screens.js';

/**
 * Renders the open panel: beside the stage in a wide room, else over it. Its code loads with the
 * first opened panel.
 */
export class PanelHost implements ReactiveController {
  readonly #host: RoomApiElement;
  readonly #room: RoomHandle;
  readonly #view: CallView;
  readonly #words: LocaleController<PanelMessages>;
  readonly #focus: PanelFocus;
  /**
   * The content of each panel that was opened in this call. It is kept, together with a draft in
   * it.
   */
  readonly #elements = new Map<string, HTMLElement>();
  readonly #failures = new Map<string, FfcError>();
  #sizes: ResizeObserver | undefined;
  #observed: Element | null = null;
  #isOver = false;
  #unsubscribe: (() => void) | undefined;

  constructor(host: RoomApiElement, room: RoomHandle, view: CallView) {
    this.#host = host;
    this.#room = room;
    this.#view = view;
    this.#words = new LocaleController(
      host,
      { group: 'panels', en: panelFrame },
      () => host.messages,
    );
    this.#focus = new PanelFocus(host, () => this.#contentOf(this.#name));
    requestUpdateOn(host, room.view.state, ({ panel }) => panel);
    room.view.state.subscribe(({ panel }) => this.#onPanel(panel));
    room.store.phase.subscribe(({ state }) => {
      if (isInCall(state)) return;
      this.#elements.clear();
      this.#failures.clear();
    });
    host.addStyles([panelStyles]);
    host.addController(this);
    this.#onPanel(this.#name);
  }

  hostConnected(): void {
    // All rooms share this cell: the subscription must end with the element.
    this.#unsubscribe = registeredPanels.subscribe(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    // In another window, the panel needs an observer of that window.
    this.#observe(null);
  }

  /** Whether the panel covers the stage, which is inert then. */
  get coversStage(): boolean {
    return this.#isOver && this.#isShown;
  }

  hostUpdated(): void {
    const panel = this.#host.renderRoot.querySelector('.panel');
    if (panel !== this.#observed && this.#host.isConnected) this.#observe(panel);
    this.#focus.afterRender();
  }

  #observe(panel: Element | null): void {
    this.#sizes?.disconnect();
    this.#observed = panel;
    const call = panel?.closest('.call');
    if (!call) return;
    // An observer of another window would report sizes too late, and log an error.
    const Observer = windowOf(call)?.ResizeObserver ?? ResizeObserver;
    this.#sizes = new Observer(() => this.#measure());
    this.#sizes.observe(call);
  }

  render(): TemplateResult | typeof nothing {
    const name = this.#name;
    if (!name || !this.#isShown) return nothing;
    const { messages, lang } = this.#words;
    const { headingLevel: level } = this.#host;
    const label =
      registeredPanels.getSnapshot().get(name)?.label({ messages: this.#view.messages, lang }) ??
      this.#slotted(name)?.getAttribute('aria-label') ??
      name;
    return html`
      <div class="scrim" part="panel-scrim" @click=${this.#onClose}></div>
      <section
        class="panel"
        part="panel"
        role=${this.#isOver ? 'dialog' : 'complementary'}
        aria-labelledby="panel-title"
        tabindex="-1"
        @keydown=${this.#onKeydown}
      >
        <div class="panel-header" part="panel-header">
          <h2 id="panel-title" part="panel-title" aria-level=${level}>${label}</h2>
          <button
            type="button"
            class="button quiet icon-only"
            part="button panel-close"
            title=${messages.closePanel}
            aria-label=${messages.closePanel}
            @click=${this.#onClose}
          >
            ${closeIcon}
          </button>
        </div>
        <div class="panel-content">
          <slot name="panel-${name}">${this.#renderContent(name)}</slot>
        </div>
      </section>
    `;
  }

  #renderContent(name: string): TemplateResult | HTMLElement | typeof nothing {
    if (this.#slotted(name)) return nothing;
    const { messages } = this.#view;
    const error = this.#failures.get(name);
    if (error) {
      return problemView({
        words: roomErrorWords(messages, error) ?? messages.errors.unknown,
        level: this.#host.headingLevel + 1,
        code: error.reason,
        action: { label: messages.tryAgain, onClick: () => void this.#fill(name) },
      });
    }
    return this.#elements.get(name) ?? progressView(this.#words.messages.loadingPanel);
  }

  /**
   * Loads the content of a panel, unless it has loaded. A failure is shown in its place. Never
   * rejects.
   */
  async #fill(name: string): Promise<void> {
    const panel = registeredPanels.getSnapshot().get(name);
    if (!panel || this.#slotted(name) || this.#elements.has(name)) return;
    this.#failures.delete(name);
    this.#host.requestUpdate();
    try {
      await panel.load?.();
      if (!this.#room.isInCall || this.#elements.has(name)) return;
      this.#elements.set(name, createContent(panel));
    } catch (cause) {
      const error = loadFailed(`The code of the panel "${name}" could not be loaded.`, cause);
      this.#failures.set(name, error);
      this.#host.dispatchEvent(new FfcErrorEvent({ error }));
    }
    this.#host.requestUpdate();
  }

  #onPanel(name: string | undefined): void {
    if (name && !registeredPanels.getSnapshot().has(name) && !this.#slotted(name)) {
      const known = [...registeredPanels.getSnapshot().keys()].join(', ');
      warnOnce(
        `openPanel: there is no panel "${name}", and nothing in the slot "panel-${name}". There ` +
          `are ${known}; registerPanel() of ffc-elements/parts adds one.`,
      );
    }
    this.#focus.follow(name);
    if (name) void this.#fill(name);
  }

  get #name(): string | undefined {
    return this.#room.view.state.getSnapshot().panel;
  }

  /** Whether this package renders the panel. A panel that is not registered is left to the page. */
  get #isShown(): boolean {
    const name = this.#name;
    return !!name && (registeredPanels.getSnapshot().has(name) || !!this.#slotted(name));
  }

  #slotted(name: string): Element | undefined {
    return [...this.#host.children].find((child) => child.slot === `panel-${name}`);
  }

  #contentOf(name: string | undefined): Element | undefined {
    return name ? (this.#slotted(name) ?? this.#elements.get(name)) : undefined;
  }

  /**
   * Reads the position of the panel from the style sheet, which decides by the size of the room,
   * not of the window.
   */
  #measure(): void {
    const panel = this.#observed;
    const isOver = !!panel && getComputedStyle(panel).position === 'absolute';
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }

  readonly #onClose = (): void => {
    const panel = this.#name;
    if (panel) this.#host.dispatchEvent(new FfcPanelRequestEvent({ panel, open: false }));
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // During the composition of a word, Escape only cancels the composition.
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    this.#onClose();
  };
}

function createContent({ tag, parts = [] }: Panel): HTMLElement {
  const element = document.createElement(tag);
  if (parts.length > 0) element.setAttribute('exportparts', parts.join(', '));
  return element;
}
