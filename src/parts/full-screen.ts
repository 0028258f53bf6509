/** Whether this browser lets a page show an element of it on the whole screen. */
export function canFillScreen(element: Element): boolean {
  return element.ownerDocument.fullscreenEnabled;
}

/** Whether an element has the whole screen, as its own tree sees it. */
export function fillsScreen(element: Element): boolean {
  const root = element.getRootNode() as Partial<DocumentOrShadowRoot>;
  return root.fullscreenElement === element;
}

/** Gives an element the whole screen, or takes it back. A browser that refuses changes nothing. */
export async function toggleFullScreen(element: Element): Promise<void> {
  try {
    if (fillsScreen(element)) await element.ownerDocument.exitFullscreen();
    else await element.requestFullscreen();
  } catch {
    // It wants a click first, or the page around a frame forbids it.
  }
}
