const margin = 8;

/**
 * Puts a popover beside its button: above it where there is room, else below, and always inside
 * the window. By script, because anchor positioning is not in all browsers yet.
 */
export function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const { top, bottom, left, width } = button.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = menu;
  const above = top - margin - offsetHeight;
  const below = bottom + margin;
  const windowHeight = menu.ownerDocument.defaultView?.innerHeight ?? 0;
  const y = above >= margin ? above : Math.min(below, windowHeight - margin - offsetHeight);
  const x = left + width / 2 - offsetWidth / 2;
  const { clientWidth } = menu.ownerDocument.documentElement;
  menu.style.top = `${Math.max(margin, y)}px`;
  menu.style.left = `${Math.max(margin, Math.min(x, clientWidth - margin - offsetWidth))}px`;
}
