/**
 * Renders, and keeps the focus with its room. Rows are reused by position, so that the focused
 * button may belong to another room after a rendering. If the room is gone with its row, the focus
 * moves to the container of the rooms, so that the keyboard does not start at the top of the page.
 */
export function keepFocus(root: ShadowRoot | null, draw: () => void): void {
  const focused = root?.activeElement;
  const row = focused?.closest('li')?.id;
  draw();
  if (!root || !row || (focused?.isConnected && focused.closest('li')?.id === row)) return;
  const name = focused?.getAttribute('name') ?? '';
  const moved = root.querySelector<HTMLElement>(`#${row} [name=${name}]`);
  if (moved) moved.focus();
  else if (!root.activeElement) root.querySelector('section')?.focus();
}
