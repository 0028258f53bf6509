import {
  createElement,
  forwardRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';

/** The description of a component: how its props reach the element. */
export interface WrappedElement {
  readonly tag: string;
  /** The names of attributes by those of props: `roomId` is written as `room-id`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The props that are `on` or `off`, and also accept a boolean. */
  readonly switches: readonly string[];
  /** Props that only script can set: functions, objects and elements. */
  readonly properties: readonly string[];
  /** The names of events by those of props: `onFfcError` listens to `ffc-error`. */
  readonly events: Readonly<Record<string, string>>;
}

type Props = Readonly<Record<string, unknown>>;
type Settable = HTMLElement & Record<string, unknown>;

/** On a server, where effects never run, React 18 warns of `useLayoutEffect`. */
const useEffectOfDom = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Creates a component for an element, for React 18 and 19. Values that HTML can express become
 * attributes, so that the HTML of a server contains them and needs no script. The others are set as
 * properties before the browser paints, also on a hydrated element.
 */
export function wrap(
  displayName: string,
  element: WrappedElement,
): ForwardRefExoticComponent<Props> {
  const Wrapped = (props: Props, ref: ForwardedRef<unknown>): ReturnType<typeof createElement> => {
    const own = useRef<Settable | null>(null);
    const handlers = useHandlers(own, element.events, props);
    useProperties(own, element.properties, props);
    const attach = useCallback(
      (node: Settable | null) => {
        // A room may emit events while it is inserted: the listeners must be there before.
        if (node && node !== own.current) handlers.listen(node);
        own.current = node;
        if (ref && typeof ref !== 'function') ref.current = node;
        const cleanUp: unknown = typeof ref === 'function' ? ref(node) : undefined;
        if (typeof cleanUp !== 'function') return undefined;
        // React 19 calls the clean-up, and never this function without a node.
        return () => {
          own.current = null;
          (cleanUp as () => void)();
        };
      },
      [ref],
    );
    return createElement(element.tag, { ...attributesOf(element, props), ref: attach });
  };
  Wrapped.displayName = displayName;
  return forwardRef(Wrapped) as ForwardRefExoticComponent<Props>;
}

/** The props that React writes as attributes: all but those that are set by script. */
function attributesOf(element: WrappedElement, props: Props): Props {
  const { attributes, switches, properties, events } = element;
  // The element sets attributes of its own, such as `state`, perhaps before the hydration.
  const result: Record<string, unknown> = { suppressHydrationWarning: true };
  for (const [name, value] of Object.entries(props)) {
    if (properties.includes(name) || name in events) continue;
    const attribute = attributes[name];
    // React 18 would write `className` unchanged.
    if (attribute) result[attribute] = attributeValue(value, switches.includes(name));
    else result[name === 'className' ? 'class' : name] = value;
  }
  return result;
}

/**
 * The value of an attribute, the same in both versions of React, which treat booleans and arrays
 * differently.
 */
function attributeValue(value: unknown, isSwitch: boolean): unknown {
  if (Array.isArray(value)) return value.join(' ');
  // A switch that is left out is on.
  if (isSwitch && value === false) return 'off';
  if (typeof value === 'boolean') return value ? '' : undefined;
  return value ?? undefined;
}

/** Sets each property when its prop changes. In between, the element may change it. */
function useProperties(
  own: { readonly current: Settable | null },
  names: readonly string[],
  props: Props,
): void {
  const before = useRef<{ readonly node?: Settable | null; readonly props: Props }>({ props: {} });
  useEffectOfDom(() => {
    const node = own.current;
    const last = before.current.node === node ? before.current.props : {};
    before.current = { node, props };
    if (!node) return;
    for (const name of names) {
      if (name in props ? !Object.is(props[name], last[name]) : name in last) {
        node[name] = props[name];
      }
    }
  });
}

interface Handlers {
  /** Listens to all events that have a handler. */
  readonly listen: (node: HTMLElement) => void;
}

/**
 * Adds one listener for all events of an element, which calls the handlers of the last rendering.
 */
function useHandlers(
  own: { readonly current: HTMLElement | null },
  events: Readonly<Record<string, string>>,
  props: Props,
): Handlers {
  const kept = useRef<(Handlers & { props: Props }) | null>(null);
  kept.current ??= createHandlers(events, props);
  const handlers = kept.current;
  useEffectOfDom(() => {
    handlers.props = props;
    if (own.current) handlers.listen(own.current);
  });
  return handlers;
}

function createHandlers(
  events: Readonly<Record<string, string>>,
  first: Props,
): Handlers & { props: Props } {
  const propOf = new Map(Object.entries(events).map(([prop, type]) => [type, prop]));
  const listener = (event: Event): void => {
    const handler = handlers.props[propOf.get(event.type) ?? ''];
    (handler as ((event: Event) => void) | null | undefined)?.(event);
  };
  const handlers = {
    props: first,
    listen(node: HTMLElement): void {
      for (const [prop, type] of Object.entries(events)) {
        // Adding the same listener twice has no effect.
        if (handlers.props[prop]) node.addEventListener(type, listener);
        else node.removeEventListener(type, listener);
      }
    },
  };
  return handlers;
}
