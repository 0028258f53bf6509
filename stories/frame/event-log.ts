import { action } from 'storybook/actions';
import { eventNames } from './manifest.js';

/** Logs the events of all elements in the Actions panel, even those whose propagation stops. */
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

/** Copies a value for the panel: without elements, errors as text, and with a limited depth. */
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
