import { expect } from '@open-wc/testing';
import type { ReactiveElement } from 'lit';

/** An element on a page, ready for a test. */
export interface ElementBench {
  /** Connected and rendered. */
  readonly element: ReactiveElement;
  /**
   * How many listeners the element has on objects that outlive it (cells, emitters). Left out: it
   * has no such objects.
   */
  readonly listeners?: () => number;
  /** Sets equal snapshots on the cells that the element watches, so that nothing has changed. */
  readonly tellAgain?: () => void;
}

/** The tests that every element must pass. `create` is called anew for each test. */
export function runElementBaseTests(tag: string, create: () => Promise<ElementBench>): void {
  describe(`<${tag}> as an element`, () => {
    it('is accessible', async () => {
      const { element } = await create();
      await expect(element).to.be.accessible();
    });

    it('gives Lit nothing to warn of', async () => {
      const before = litWarnings();
      const { element } = await create();
      element.requestUpdate();
      await element.updateComplete;
      expect(litWarnings().slice(before.length)).to.deep.equal([]);
    });

    it('leaves no listener behind when it comes and goes 50 times', async () => {
      const { element, listeners = () => 0 } = await create();
      const parent = element.parentElement!;
      const connected = listeners();
      for (let round = 0; round < 50; round++) {
        element.remove();
        parent.append(element);
        await element.updateComplete;
      }
      expect(listeners(), 'while connected').to.equal(connected);
      element.remove();
      await nextMacrotask();
      expect(listeners(), 'after its removal').to.be.at.most(connected);
    });

    it('writes nothing to the DOM when nothing changed', async () => {
      const { element, tellAgain } = await create();
      const root = element.shadowRoot!;
      const observer = new MutationObserver(() => {});
      observer.observe(root, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      observer.observe(element, { attributes: true });
      tellAgain?.();
      element.requestUpdate();
      await element.updateComplete;
      expect(
        observer.takeRecords().map(({ target, type }) => `${type} ${target.nodeName}`),
      ).to.deep.equal([]);
      observer.disconnect();
    });
  });
}

/** The warnings of Lit's development build so far, except the one about being that build. */
export function litWarnings(): string[] {
  const issued = (globalThis as { litIssuedWarnings?: Set<string | undefined> }).litIssuedWarnings;
  return [...(issued ?? [])].filter(
    (warning): warning is string => !!warning && !/dev-mode|dev mode/.test(warning),
  );
}

/** Resolves after all pending microtasks, messages and timers of 0 ms have run. */
export function nextMacrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    // A message overtakes timers of 0 ms, so the wait includes such a timer too.
    setTimeout(() => port2.postMessage(undefined));
  });
}

/** The next event of a type on a target, typed by the event map. */
export function nextEvent<K extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  type: K,
): Promise<GlobalEventHandlersEventMap[K]> {
  return new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as GlobalEventHandlersEventMap[K]), {
      once: true,
    });
  });
}

/**
 * Resolves with the first truthy result of `ask`, which runs again after every change of the
 * subject's DOM, and whenever the focus moves.
 */
export async function eventually<T>(
  subject: ReactiveElement,
  ask: () => T | null | undefined | false,
): Promise<T> {
  await subject.updateComplete;
  return new Promise((resolve) => {
    const done = new AbortController();
    const check = (): void => {
      const answer = ask();
      if (!answer) return;
      observer.disconnect();
      done.abort();
      resolve(answer);
    };
    const observer = new MutationObserver(check);
    subject.ownerDocument.addEventListener('focusin', check, { signal: done.signal });
    const options = { subtree: true, childList: true, attributes: true, characterData: true };
    if (subject.shadowRoot) observer.observe(subject.shadowRoot, options);
    observer.observe(subject, { ...options, subtree: false });
    check();
  });
}

/** The console's warnings while `run` runs. */
export async function warningsDuring(run: () => unknown): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => void warnings.push(text);
  try {
    await run();
    await nextMacrotask();
  } finally {
    console.warn = warn;
  }
  return warnings;
}
