import type { Decorator } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ChildPart } from 'lit/directive.js';
import { elements, writableAttributes } from './manifest.js';

type Values = Readonly<Record<string, unknown>>;

/** The attributes of an element that some of the values belong to, by the names of HTML or script. */
function attributesIn(tag: string, values: Values): Map<string, unknown> {
  const element = elements.get(tag);
  const found = new Map<string, unknown>();
  for (const { name, fieldName } of element ? writableAttributes(element) : []) {
    const value = values[name] ?? values[fieldName ?? name];
    if (name in values || (fieldName ?? name) in values) found.set(name, value);
  }
  return found;
}

const isSet = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && value !== '';

/** Sets those of the values that are attributes of the element; what is empty stays as it is. */
export function setAttributes(element: Element, values: Values): void {
  for (const [name, value] of attributesIn(element.localName, values)) {
    if (isSet(value)) element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Sets attributes on the elements that the story before it drew, before they are in the page. */
class AttributesOfStory extends AsyncDirective {
  /** What was set before, and is to be removed with its value. */
  readonly #set = new Set<string>();

  render(...[]: [tag: string, values: Values]): string {
    return '';
  }

  override update({ startNode }: ChildPart, [tag, values]: [string, Values]): string {
    // At the first drawing the element is in a fragment, where `part.parentNode` is not: that is
    // already the node in the page.
    const drawn = startNode?.parentNode as ParentNode;
    for (const element of drawn.querySelectorAll(tag)) {
      setAttributes(element, values);
      for (const [name, value] of attributesIn(tag, values)) {
        if (isSet(value)) this.#set.add(name);
        else if (this.#set.has(name)) element.removeAttribute(name);
      }
    }
    return '';
  }
}

const attributesOfStory = directive(AttributesOfStory);

interface Drawn {
  readonly others: string;
  readonly result: TemplateResult;
}

/** What each run of a story has drawn. A remount brings another signal. */
const drawn = new WeakMap<AbortSignal, Drawn>();

/**
 * Lets the controls of the Controls panel set the attributes of the story's element. A change of
 * an attribute reaches the element that is there: the call goes on. Other controls draw anew.
 */
export const withAttributes: Decorator = (story, context) => {
  const { abortSignal, args, component: tag = '' } = context;
  const element = elements.get(tag);
  if (!element) return story();
  const names = new Set(
    writableAttributes(element).flatMap(({ name, fieldName = name }) => [name, fieldName]),
  );
  const others = JSON.stringify(Object.entries(args).filter(([name]) => !names.has(name)));
  const before = drawn.get(abortSignal);
  const now = before?.others === others ? before : { others, result: story() as TemplateResult };
  drawn.set(abortSignal, now);
  return html`${now.result}${attributesOfStory(tag, args)}`;
};
