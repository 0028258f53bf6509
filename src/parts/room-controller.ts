import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Readable } from '../core/cell.js';
import { findRoom, type RoomProblem, type RoomSearch, type RoomTarget } from './find-room.js';
import type { RoomHandle } from './room-handle.js';
import { warnOfProblem } from './room-problem.js';
import { RootObservers } from './root-observers.js';
import { type RoomTargetProperties, RoomTargetReader } from './room-target.js';
import { type Root, rootsAround, whenParsed, windowOf } from './tree.js';

/**
 * An element that shows the state of a room: a `LitElement`, or another host of Lit's controllers.
 */
export type PartHost = ReactiveControllerHost & HTMLElement & RoomTargetProperties;

export interface RoomControllerOptions {
  /**
   * The cells that the host renders. It is called before each update, so that they may change.
   * Default: none; then the host updates only when it gets another room.
   */
  readonly watch?: (room: RoomHandle) => readonly Readable<unknown>[];
  /** Called when the host gets a room. The signal aborts when the host no longer has that room. */
  readonly onRoom?: (room: RoomHandle, signal: AbortSignal) => void;
  /**
   * Called when the person enters the call of the host's room. The signal aborts when the call has
   * ended, or when the host no longer has that room.
   */
  readonly onCall?: (room: RoomHandle, signal: AbortSignal) => void;
  /**
   * The milliseconds between two updates of the host while the person is in the call. The host also
   * updates when the call begins and ends. Default: only the cells update the host.
   */
  readonly redrawEvery?: number;
}

/** The subjects of subscriptions, and the functions that end them. */
interface Subscriptions<T> {
  readonly subjects: readonly T[];
  readonly stops: readonly (() => void)[];
}

const noSubscriptions: Subscriptions<never> = { subjects: [], stops: [] };

const nothingFound: RoomSearch = {
  room: undefined,
  problem: undefined,
  roots: [],
  undefinedElements: [],
};

/** Observes the changes of a tree that may make another element the room. */
const treeChanges = new RootObservers({
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['id', 'slot', 'name'],
});

/**
 * Connects a part to its room, and updates it when one of the watched cells changes.
 *
 * The room is the host's `forElement`, else the element with the id in `for`, else the nearest room
 * around it, through shadow roots, slots, and frames of the same origin. The controller follows
 * every change of the room. A host without a room waits, and the console says once what is wrong.
 *
 * ```js
 * class RoomName extends LitElement {
 *   #room = new RoomController(this, { watch: (room) => [room.store.phase] });
 *   render() {
 *     return html`${this.#room.room?.store.phase.getSnapshot().room?.title}`;
 *   }
 * }
 * ```
 */
export class RoomController implements ReactiveController {
  readonly #host: PartHost;
  readonly #options: RoomControllerOptions;
  readonly #target: RoomTargetReader;
  #sought: RoomTarget = { element: undefined, id: '', formerRoots: [] };
  #found: RoomSearch = nothingFound;
  /** The roots around the host in its first document. */
  #home: { readonly document: Document; readonly roots: readonly Root[] } | undefined;
  /** Aborts when the host is disconnected from the page. */
  #connection: AbortController | undefined;
  /** Aborts when the host gets another room. */
  #lifetime: AbortController | undefined;
  #observed: Subscriptions<Root> = noSubscriptions;
  #watched: Subscriptions<Readable<unknown>> = noSubscriptions;
  readonly #awaitedTags = new Set<string>();
  #explaining = false;
  #hadRoom = false;

  constructor(host: PartHost, options: RoomControllerOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.#target = new RoomTargetReader(host);
    host.addController(this);
  }

  /** The room; undefined without a room, and while the host is not connected. */
  get room(): RoomHandle | undefined {
    return this.#found.room;
  }

  /** The id in the host's `for`, while no room has it. */
  get missingId(): string | undefined {
    const { problem } = this.#found;
    return problem && 'id' in problem && problem.id ? problem.id : undefined;
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    this.#target.connect();
    this.#sync(this.#connection.signal);
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#connection = undefined;
    this.#target.disconnect();
    this.#found = nothingFound;
    this.#setRoom(undefined);
    this.#observed = end(this.#observed);
    this.#awaitedTags.clear();
    this.#explaining = false;
  }

  hostUpdate(): void {
    if (!this.#connection) return;
    const { element, id } = this.#target;
    const isSame = element === this.#sought.element && id === this.#sought.id;
    if (!isSame) this.#sync(this.#connection.signal);
    const { room } = this.#found;
    const cells = (room && this.#options.watch?.(room)) ?? [];
    this.#watched = resubscribe(this.#watched, cells, (cell) =>
      cell.subscribe(() => this.#host.requestUpdate()),
    );
  }

  /** Finds the current room, and observes everything that may change it. */
  #sync(signal: AbortSignal): void {
    if (signal.aborted) return;
    const before = this.#found;
    const { element, id } = this.#target;
    this.#sought = { element, id, formerRoots: this.#formerRoots };
    const found = findRoom(this.#host, this.#sought);
    this.#found = found;
    this.#observed = resubscribe(this.#observed, found.roots, (root) =>
      treeChanges.observe(root, () => this.#sync(signal)),
    );
    this.#awaitDefinitions(found.undefinedElements, signal);
    if (found.room !== before.room) this.#setRoom(found.room);
    if (found.problem) this.#explain(found.problem, signal);
    if (found.room !== before.room || found.problem?.kind !== before.problem?.kind) {
      this.#host.requestUpdate();
    }
  }

  /**
   * The roots of the host's first document: a part in another window still finds the room of its
   * `for`.
   */
  get #formerRoots(): readonly Root[] {
    const { ownerDocument } = this.#host;
    if (this.#home && this.#home.document !== ownerDocument) return this.#home.roots;
    this.#home = { document: ownerDocument, roots: rootsAround(this.#host) };
    return [];
  }

  #setRoom(room: RoomHandle | undefined): void {
    this.#lifetime?.abort();
    this.#lifetime = undefined;
    this.#watched = end(this.#watched);
    if (!room) return;
    this.#hadRoom = true;
    this.#lifetime = new AbortController();
    const { onRoom, onCall, redrawEvery } = this.#options;
    onRoom?.(room, this.#lifetime.signal);
    if (!onCall && !redrawEvery) return;
    followCall(room, this.#lifetime.signal, (signal) => {
      onCall?.(room, signal);
      if (redrawEvery) redraw(this.#host, redrawEvery, signal);
    });
  }

  #awaitDefinitions(elements: readonly Element[], signal: AbortSignal): void {
    for (const element of elements) {
      const tag = element.getAttribute('is') ?? element.localName;
      const registry = windowOf(element)?.customElements;
      // Waits once for each tag: an element may stay undefined though its tag is defined.
      if (!registry || this.#awaitedTags.has(tag)) continue;
      this.#awaitedTags.add(tag);
      registry.whenDefined(tag).then(
        () => this.#sync(signal),
        // The tag is not valid for a custom element.
        () => {},
      );
    }
  }

  #explain(problem: RoomProblem, signal: AbortSignal): void {
    if (problem.kind === 'no-room') {
      warnOfProblem(this.#host, problem);
      return;
    }
    // A removed room is no mistake of the page.
    if (this.#explaining || this.#hadRoom) return;
    this.#explaining = true;
    // The parser, or the rest of this task, may still add the room.
    whenParsed(this.#host.ownerDocument, signal, () => {
      this.#explaining = false;
      const later = this.#found.problem;
      if (later) warnOfProblem(this.#host, later);
    });
  }
}

/** Calls back with each call of a room, until the signal aborts. */
function followCall(
  room: RoomHandle,
  signal: AbortSignal,
  onCall: (signal: AbortSignal) => void,
): void {
  let call: AbortController | undefined;
  const stop = (): void => {
    call?.abort();
    call = undefined;
  };
  const sync = (): void => {
    if (!room.isInCall) stop();
    else if (!call) onCall((call = new AbortController()).signal);
  };
  room.store.phase.subscribe(sync, { signal });
  signal.addEventListener('abort', stop);
  sync();
}

/** Updates a host now, then at intervals, and a last time when the signal aborts. */
function redraw(host: PartHost, milliseconds: number, signal: AbortSignal): void {
  const draw = (): void => host.requestUpdate();
  const timer = setInterval(draw, milliseconds);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    draw();
  });
  draw();
}

function end(subscriptions: Subscriptions<unknown>): Subscriptions<never> {
  for (const stop of subscriptions.stops) stop();
  return noSubscriptions;
}

/** Keeps subscriptions while their subjects are the same, else renews them. */
function resubscribe<T>(
  before: Subscriptions<T>,
  subjects: readonly T[],
  subscribe: (subject: T) => () => void,
): Subscriptions<T> {
  const { subjects: old } = before;
  if (old.length === subjects.length && old.every((item, i) => item === subjects[i])) return before;
  for (const stop of before.stops) stop();
  return { subjects, stops: subjects.map(subscribe) };
}
