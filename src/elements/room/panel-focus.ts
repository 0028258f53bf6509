import { buttonOf } from '../../parts/control-button.js';
import type { RoomApiElement } from './room-api.js';

/**
 * Moves the focus into a panel that opens, and back to the former element when the panel closes.
 */
export class PanelFocus {
  readonly #host: RoomApiElement;
  readonly #content: () => Element | undefined;
  #opener: Opener | undefined;
  #isOpen = false;
  /** Whether the focus still has to move to the content, which may be loading. */
  #isDue = false;

  /** @param content Returns the content of the open panel, once it has loaded. */
  constructor(host: RoomApiElement, content: () => Element | undefined) {
    this.#host = host;
    this.#content = content;
  }

  /** Records which panel is open from now on. It is called before the rendering. */
  follow(panel: string | undefined): void {
    const active = activeElement(this.#host.ownerDocument);
    const isInside = this.#isInPanel(active);
    if (panel) {
      // A person who types elsewhere on the page keeps the focus.
      this.#isDue = isInside || !isTyping(active, this.#host);
      if (!isInside) this.#opener = active && openerOf(active);
    } else if (this.#isOpen && (isInside || !active)) this.#restoreFocus();
    this.#isOpen = panel !== undefined;
  }

  /** Moves the focus after a rendering of the room. */
  afterRender(): void {
    const panel = this.#panel;
    if (!this.#isDue || !panel) return;
    const content = this.#content();
    const active = activeElement(this.#host.ownerDocument);
    if (!content) {
      if (!this.#isInPanel(active)) panel.focus();
      return;
    }
    this.#isDue = false;
    void this.#enter(panel, content);
  }

  async #enter(panel: HTMLElement, content: Element): Promise<void> {
    const { updateComplete } = content as { readonly updateComplete?: Promise<unknown> };
    await updateComplete;
    (content as Partial<HTMLElement>).focus?.();
    const { activeElement: focused } = panel.ownerDocument;
    const isIn = this.#isInPanel(activeElement(panel.ownerDocument)) || content.contains(focused);
    if (!isIn && panel.isConnected) panel.focus();
  }

  #restoreFocus(): void {
    this.#isDue = false;
    const opener = this.#opener?.();
    this.#opener = undefined;
    opener?.focus();
    // Elements under the panel are inert until this update.
    void this.#host.updateComplete.then(() => {
      const active = activeElement(this.#host.ownerDocument);
      if (active === opener || (active && !this.#host.renderRoot.contains(active))) return;
      if (opener?.isConnected) opener.focus();
    });
  }

  get #panel(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.panel');
  }

  #isInPanel(element: Element | undefined): boolean {
    const panel = this.#panel;
    for (let node: Node | null = element ?? null; node; node = parentOf(node)) {
      if (node === panel) return panel !== null;
    }
    return false;
  }
}

/** Returns the element that had the focus, or the button that stands for it since. */
type Opener = () => HTMLElement | null;

function openerOf(element: HTMLElement): Opener {
  const root = element.getRootNode() as Document | ShadowRoot;
  return () =>
    // A bar that gets its layout renders new buttons for the same controls.
    element.isConnected ? element : buttonOf(root, element.dataset['control']);
}

/** The focused element, through shadow roots; undefined without one. */
function activeElement({ activeElement: top, body }: Document): HTMLElement | undefined {
  let active = top;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== body ? (active as HTMLElement) : undefined;
}

function isTyping(active: HTMLElement | undefined, host: RoomApiElement): boolean {
  const isField =
    !!active && (active.matches('input, textarea, select') || active.isContentEditable);
  return isField && !host.renderRoot.contains(active);
}

/** The parent in the flat tree: through slots and shadow roots. */
function parentOf(node: Node): Node | null {
  const { assignedSlot } = node as Partial<Element>;
  return assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}
