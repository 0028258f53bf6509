import { RootObservers } from './root-observers.js';
import { isShadowRoot, nearestAttribute, rootOf } from './tree.js';

const changes = new RootObservers({ attributes: true, attributeFilter: ['lang'], subtree: true });

/**
 * Calls the listener with the language tag of the nearest `lang` around an element, now and after
 * each change. The tag is empty without a `lang`. All elements of a root share one observer.
 */
export function observeLanguage(element: Element, listener: (tag: string) => void): () => void {
  let last: string | undefined;
  const update = (): void => {
    const tag = nearestAttribute(element, 'lang');
    if (tag === last) return;
    last = tag;
    listener(tag);
  };
  const stops: (() => void)[] = [];
  for (
    let root = rootOf(element);
    root;
    root = isShadowRoot(root) ? rootOf(root.host) : undefined
  ) {
    stops.push(changes.observe(root, update));
  }
  update();
  return () => {
    for (const stop of stops) stop();
  };
}
