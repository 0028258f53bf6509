import { action } from 'storybook/actions';
import { eventNames } from './manifest.js';

/** Shows every event of every element in the Actions panel, whoever stops it on its way. */
export function logEvents(): void {
  for (const name of eventNames) {
    const log = action(name);
    document.addEventListener(name, (event) => void log(factsOf(event)), { capture: true });
  }
}

/** The element that emits the event, and the event's own properties. */
export function factsOf(event: Event): Readonly<Record<string, unknown>> {
  const [target] = event.composedPath();
  const own = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  return {
    from: plain(target, 0),
    ...Object.fromEntries(own.map(([name, value]) => [name, plain(value, 3)])),
    ...(event.cancelable && { defaultPrevented: event.defaultPrevented }),
  };
}

/** A copy that the panel can show: nothing of the page, nothing without an end. */
function plain(value: unknown, depth: number): unknown {
  if (value instanceof Element) return `<${value.localName}>`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value === 'function') return '(function)';
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return Array.isArray(value) ? `(${value.length})` : '{…}';
  if (Array.isArray(value)) return value.slice(0, 20).map((each) => plain(each, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, plain(each, depth - 1)]),
  );
}
