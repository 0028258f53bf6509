import { type CSSResult, type CSSResultOrNative, LitElement } from 'lit';

/**
 * The base of all elements of this package: its style sheets survive a move to another document,
 * such as a picture-in-picture window, a popup, or a frame of the same origin. A constructed sheet
 * belongs to one document; another document throws when it gets it.
 */
export abstract class BaseElement extends LitElement {
  /** Of content that was loaded later. */
  #addedStyles: readonly CSSResult[] = [];

  /** @internal */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#applyStyles(this.shadowRoot);
  }

  /**
   * Adds the styles of content that was loaded later; those that are there already change nothing.
   * @internal
   */
  addStyles(styles: readonly CSSResult[]): void {
    const added = styles.filter((style) => !this.#addedStyles.includes(style));
    if (added.length === 0) return;
    this.#addedStyles = [...this.#addedStyles, ...added];
    if (this.shadowRoot) this.#applyStyles(this.shadowRoot);
  }

  protected override createRenderRoot(): ShadowRoot {
    const { shadowRootOptions } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    this.#applyStyles(root);
    return root;
  }

  #applyStyles(root: ShadowRoot): void {
    const { elementStyles } = this.constructor as typeof LitElement;
    const { ownerDocument } = this;
    root.adoptedStyleSheets = [...elementStyles, ...this.#addedStyles].flatMap(
      (style) => sheetOf(style, ownerDocument) ?? [],
    );
  }
}

/** One sheet for each style and document, however many elements have it. */
const sheets = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

/** Undefined for a document that no window shows: nothing is drawn in it. */
function sheetOf(style: CSSResultOrNative, owner: Document): CSSStyleSheet | undefined {
  if (style instanceof CSSStyleSheet) return style;
  if (owner === document) return style.styleSheet;
  const known = sheets.get(owner) ?? new Map<CSSResult, CSSStyleSheet>();
  sheets.set(owner, known);
  const view = owner.defaultView;
  if (!known.has(style) && view) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    known.set(style, sheet);
  }
  return known.get(style);
}
