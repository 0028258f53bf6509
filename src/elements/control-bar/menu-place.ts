const margin = 8;

/**
 * Puts a popover beside its button: above it where there is room, else below, and always inside
 * the window. By script, because anchor positioning is not in all browsers yet.
 *
 * Rectangles are in pixels of the window, lengths in a style in those of the element, which CSS
 * `zoom` on the page makes bigger.
 */
export function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const { top, bottom, left, width } = button.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const zoom = size.width / menu.offsetWidth || 1;
  const above = top - margin - size.height;
  const below = bottom + margin;
  const windowHeight = menu.ownerDocument.defaultView?.innerHeight ?? 0;
  const y = above >= margin ? above : Math.min(below, windowHeight - margin - size.height);
  const x = left + width / 2 - size.width / 2;
  const end = menu.ownerDocument.documentElement.clientWidth - margin - size.width;
  menu.style.top = `${Math.max(margin, y) / zoom}px`;
  menu.style.left = `${Math.max(margin, Math.min(x, end)) / zoom}px`;
}
