import type { BaseElement } from './base-element.js';

/**
 * Tells in a tooltip what a button of an element is called. What draws it loads with the first
 * button that is pointed at, or has the focus.
 */
export function offerTips(host: BaseElement): void {
  for (const type of ['pointerover', 'focusin']) {
    host.renderRoot.addEventListener(
      type,
      (event) => {
        const { target } = event;
        // A button without a tooltip has its name for screen readers all the same.
        import('./control-tips.js').then(
          ({ beginTips }) => beginTips(host, target, event),
          () => {},
        );
      },
      { once: true },
    );
  }
}
