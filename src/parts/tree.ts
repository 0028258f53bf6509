/**
 * Walks the tree of a page through shadow roots, slots and documents. It distinguishes nodes by
 * their properties: `instanceof` fails for a node of another window.
 */

/** A document, or the root of a shadow tree. */
export type Root = Document | ShadowRoot;

/** The window of a node's document; null for a document without a window. */
export function windowOf(node: Node): (Window & typeof globalThis) | null {
  return (node.ownerDocument ?? (node as Document)).defaultView;
}

/** The root of an element; undefined while the element is in no document and no shadow tree. */
export function rootOf(element: Node): Root | undefined {
  const root = element.getRootNode();
  return isDocument(root) || isShadowRoot(root) ? root : undefined;
}

export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}

/** The roots around an element, from its own outwards, through frames of the same origin too. */
export function rootsAround(element: Element): readonly Root[] {
  const roots: Root[] = [];
  for (let inner: Element | null = element; inner;) {
    const root = rootOf(inner);
    if (!root) break;
    roots.push(root);
    inner = isShadowRoot(root) ? root.host : frameOf(root);
  }
  return roots;
}

/** The parent of an element in the flat tree: its slot, or else the parent in its own tree. */
export function drawnParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = rootOf(element);
  if (!root) return null;
  return isShadowRoot(root) ? root.host : frameOf(root);
}

/** The value of an attribute on the element or its nearest ancestor, through shadow roots. */
export function nearestAttribute(start: Element, name: string): string {
  for (let element: Element | null = start; element;) {
    const found: Element | null = element.closest(`[${name}]`);
    if (found) return found.getAttribute(name) ?? '';
    const root: Node = element.getRootNode();
    element = isShadowRoot(root) ? root.host : null;
  }
  return '';
}

/** Calls back in a task after the document was parsed. */
export function whenParsed(document: Document, signal: AbortSignal, callback: () => void): void {
  if (document.readyState === 'loading') {
    const next = (): void => whenParsed(document, signal, callback);
    document.addEventListener('DOMContentLoaded', next, { once: true, signal });
    return;
  }
  setTimeout(() => {
    if (!signal.aborted) callback();
  });
}

function isDocument(node: Node): node is Document {
  return node.nodeType === Node.DOCUMENT_NODE;
}

/** The frame of a document; null where the page may not access it. */
function frameOf(document: Document): Element | null {
  return document.defaultView?.frameElement ?? null;
}
