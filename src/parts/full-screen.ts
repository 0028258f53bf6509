/** Whether this browser supports the Fullscreen API for an element. */
export function canFillScreen(element: Element): boolean {
  return element.ownerDocument.fullscreenEnabled;
}

/** Whether an element is in full screen, as its own tree reports it. */
export function fillsScreen(element: Element): boolean {
  const root = element.getRootNode() as Partial<DocumentOrShadowRoot>;
  return root.fullscreenElement === element;
}

/** Turns the full screen of an element on or off. When the browser refuses, nothing changes. */
export async function toggleFullScreen(element: Element): Promise<void> {
  try {
    if (fillsScreen(element)) await element.ownerDocument.exitFullscreen();
    else await element.requestFullscreen();
  } catch {
    // The browser requires a click first, or the page around a frame forbids full screen.
  }
}
