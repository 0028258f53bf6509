/**
 * The base of all events of this package: they bubble, cross shadow boundaries, and carry their
 * data as fields. Only requests and `ffc-room-select` can be cancelled.
 */
export interface FfcEvent extends Event {}

class BubblingEvent extends Event implements FfcEvent {
  constructor(type: string, { cancelable = false }: { readonly cancelable?: boolean } = {}) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/**
 * The base class of all events of this package, for `instanceof`.
 *
 * The type is an interface, because {@link declareEvent} returns an intersection, which
 * TypeScript-ESLint does not recognise as an instance of a class.
 */
export const FfcEvent: abstract new (
  type: string,
  init?: { readonly cancelable?: boolean },
) => FfcEvent = BubblingEvent;

/** A class made by {@link declareEvent}. */
export interface FfcEventClass<Type extends string, Fields extends object> {
  /** The name that listeners use. */
  readonly type: Type;
  new (...fields: EventArguments<Fields>): FfcEvent & Fields & { readonly type: Type };
}

/** The arguments of an event's constructor: none if every field is optional. */
type EventArguments<Fields> = object extends Fields ? [fields?: Fields] : [fields: Fields];

/**
 * Declares an event: its name, then its fields. Everything else about the event comes from this one
 * declaration: the events of a store, the entry in `GlobalEventHandlersEventMap`, and the `@fires`
 * rows of the manifest, whose text is the class's doc block.
 *
 * ```ts
 * export class FfcStateChangeEvent extends declareEvent('ffc-state-change')<{
 *   readonly state: RoomState;
 * }>() {}
 * ```
 */
export function declareEvent<const Type extends string>(
  type: Type,
  init?: { readonly cancelable?: boolean },
): <Fields extends object = object>() => FfcEventClass<Type, Fields> {
  class DeclaredEvent extends FfcEvent {
    static readonly type = type;

    constructor(fields?: object) {
      super(type, init);
      Object.assign(this, fields);
    }
  }
  return <Fields extends object>() => DeclaredEvent as unknown as FfcEventClass<Type, Fields>;
}

/** Any class that {@link declareEvent} made; `never` because each takes fields of its own. */
type AnyEventClass = { readonly type: string } & (new (fields: never) => FfcEvent);

/** The static members of an event's class. */
export type FieldsOf<Class> = Class extends new (fields: infer Fields) => FfcEvent
  ? NonNullable<Fields>
  : never;

/** The events that a module declares, by their names: for `GlobalEventHandlersEventMap`. */
export type EventMapOf<Module> = {
  [
    K in keyof Module as Module[K] extends AnyEventClass ? Module[K]['type'] : never
  ]: Module[K] extends AnyEventClass ? InstanceType<Module[K]> : never;
};

/** The events of a store that a module declares: their fields, by names without `ffc-`. */
export type StoreEventsOf<Module> = {
  [
    K in keyof Module as Module[K] extends { readonly type: `ffc-${infer Name}` } ? Name : never
  ]: FieldsOf<Module[K]>;
};
