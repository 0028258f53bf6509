const margin = 8;

/** The width below which a menu is a sheet, in pixels of the window; as in `menuStyles`. */
const sheetBelow = 480;

/**
 * Positions a popover at its button: above it where there is space, else below, and always inside
 * the window. It is done by script because not all browsers have anchor positioning. Measured
 * lengths are pixels of the window, which differ from those of styles where the page has a CSS
 * `zoom`.
 */
export function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const view = menu.ownerDocument.defaultView;
  if (!view) return;
  if (view.innerWidth < sheetBelow) {
    // The style sheet positions it as a sheet.
    menu.style.top = menu.style.left = '';
    return;
  }
  const { width, height } = menu.getBoundingClientRect();
  const zoom = width / menu.offsetWidth || 1;
  const anchor = button.getBoundingClientRect();
  const above = anchor.top - margin - height;
  const wanted = above >= margin ? above : anchor.bottom + margin;
  const bottom = view.innerHeight - margin - height;
  const y = Math.max(margin, Math.min(wanted, bottom));
  const x = anchor.left + anchor.width / 2 - width / 2;
  const right = view.innerWidth - scrollbarOf(view) - margin - width;
  menu.style.top = `${y / zoom}px`;
  menu.style.left = `${Math.max(margin, Math.min(x, right)) / zoom}px`;
}

function scrollbarOf({ innerWidth, visualViewport }: Window): number {
  const { width = 0, scale = 1 } = visualViewport ?? {};
  return width ? Math.max(0, innerWidth - width * scale) : 0;
}
