import { type CSSResult, type CSSResultOrNative, LitElement } from 'lit';

/**
 * The base class of all elements of this package. It keeps its style sheets when it moves to
 * another document, such as a picture-in-picture window, a popup, or a frame of the same origin. A
 * constructed sheet belongs to one document, and adopting it in another one throws.
 */
export abstract class BaseElement extends LitElement {
  /** The styles of content that was loaded later. */
  #addedStyles: readonly CSSResult[] = [];

  /** @internal */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#applyStyles(this.shadowRoot);
  }

  /**
   * Adds the styles of content that was loaded later. Adding a style twice has no effect.
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

/** One sheet for each style and document, shared by all elements. */
const sheets = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

/**
 * The sheet of a style for a document. Undefined for a document without a window, which renders
 * nothing.
 */
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
