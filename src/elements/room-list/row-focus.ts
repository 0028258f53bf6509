/**
 * Draws, and keeps the focus with the room that has it. Rows are drawn over by position, so that
 * the button with the focus may belong to another room by then. Where the room is gone along with
 * its row, the focus goes to what holds the rooms, so that the keyboard does not start over.
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
