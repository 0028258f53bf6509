/** CSS pixels that stay of a panel, however much the keyboard covers. */
const least = 120;

/**
 * Lets a panel end above an on-screen keyboard, which browsers lay over the page without a change
 * of its size. What is written into stays in view with it. Ends with the signal.
 */
export function keepAboveKeyboard(panel: HTMLElement, signal: AbortSignal): void {
  const seen = panel.ownerDocument.defaultView?.visualViewport;
  if (!seen) return;
  let space = 0;
  const fit = (): void => {
    const { top, bottom } = panel.getBoundingClientRect();
    const end = bottom + space;
    const covered = Math.ceil(end - (seen.offsetTop + seen.height));
    // Whoever looks closer with two fingers sees a part of the page, without any keyboard.
    const isTyping = seen.scale < 1.01 && panel.matches(':focus-within');
    const next = isTyping ? Math.max(0, Math.min(covered, end - top - least)) : 0;
    if (next === space) return;
    space = next;
    panel.style.setProperty('--_keyboard', `${space}px`);
  };
  for (const type of ['resize', 'scroll']) seen.addEventListener(type, fit, { signal });
  for (const type of ['focusin', 'focusout']) panel.addEventListener(type, fit, { signal });
  fit();
}
