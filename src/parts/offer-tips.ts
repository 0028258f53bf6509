import type { BaseElement } from './base-element.js';

/**
 * Shows tooltips at the buttons of an element. Their code loads with the first button under the
 * pointer or with the focus.
 */
export function offerTips(host: BaseElement): void {
  const onReached = (event: Event): void => {
    const { target } = event;
    // Ignores a failure: the button keeps its name for screen readers.
    import('./control-tips.js').then(
      ({ reachForTip }) => reachForTip(host, target, event),
      () => {},
    );
  };
  for (const type of ['pointerover', 'focusin']) {
    host.renderRoot.addEventListener(type, onReached);
  }
}
