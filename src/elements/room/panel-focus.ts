import type { RoomApiElement } from './room-api.js';

/** Takes the focus into a panel that opens, and back to what had it when the panel closes. */
export class PanelFocus {
  readonly #host: RoomApiElement;
  readonly #content: () => Element | undefined;
  #opener: HTMLElement | undefined;
  #isOpen = false;
  /** The focus is still to go to the content, which may be on its way. */
  #isDue = false;

  /** @param content What fills the open panel, once it is there. */
  constructor(host: RoomApiElement, content: () => Element | undefined) {
    this.#host = host;
    this.#content = content;
  }

  /** The panel with this name is open from now on, or none; what is drawn is still as before. */
  follow(panel: string | undefined): void {
    const active = activeElement(this.#host.ownerDocument);
    const isInside = this.#isInPanel(active);
    if (panel) {
      // Somebody who types elsewhere on the page is not interrupted.
      this.#isDue = isInside || !isTyping(active, this.#host);
      if (!isInside) this.#opener = active;
    } else if (this.#isOpen && (isInside || !active)) this.#restoreFocus();
    this.#isOpen = panel !== undefined;
  }

  /** Called when the room has been drawn. */
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
    const opener = this.#opener;
    this.#opener = undefined;
    opener?.focus();
    // What was covered by the panel can take the focus only now.
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

/** The focused element, through shadow roots; undefined: none is. */
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

/** The parent in what is drawn: through slots and shadow roots. */
function parentOf(node: Node): Node | null {
  const { assignedSlot } = node as Partial<Element>;
  return assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}
