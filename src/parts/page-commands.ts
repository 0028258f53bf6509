import { warnOnce } from '../core/logger.js';
import { FfcJoinRequestEvent } from '../events/request-events.js';
import { isOver } from '../state/phase.js';
import { controlCells, useControl } from './control-view.js';
import type { Control, ControlButtonState } from './controls.js';
import { findRoom, type RoomProblem } from './find-room.js';
import { findControl, registeredControls } from './registered-controls.js';
import type { RoomHandle } from './room-handle.js';
import { RootObservers } from './root-observers.js';
import { isShadowRoot, type Root, rootsAround, whenParsed } from './tree.js';

/** The members of a control that a command needs: neither words nor an icon. */
type Command = Pick<
  Control,
  'name' | 'state' | 'request' | 'watch' | 'slice' | 'isSupported' | 'isOffered'
>;

/** The binding of an element of the page to a command of a room. It ends when either changes. */
interface Binding {
  readonly room: RoomHandle | undefined;
  readonly command: Command | undefined;
  readonly end: () => void;
}

/** Observes the changes of a tree that may bind an element to another room or command. */
const changes = new RootObservers({
  childList: true,
  subtree: true,
  attributeFilter: ['data-ffc-command', 'data-ffc-for', 'command', 'commandfor', 'id'],
});

const selector = '[data-ffc-command], [command^="--ffc-"]';

/** The controls whose commands have another name: the one in the tag of their button. */
const aliases: Readonly<Record<string, string>> = {
  'picture-in-picture': 'pip',
  'screen-share': 'screen',
  'raise-hand': 'hand',
};

/** The command `join`, for which there is no control. */
const join: Command = {
  name: 'join',
  state: ({ store }) => {
    const { state } = store.phase.getSnapshot();
    return { disabled: state !== 'prejoin' && !isOver(state) };
  },
  request: () => new FfcJoinRequestEvent(),
};

/**
 * Lets elements of the page control rooms. A click on an element with
 * `data-ffc-command="toggle-microphone"` sends the request to the room in `data-ffc-for`, or to the
 * one around it. A button may use the native `command="--ffc-toggle-microphone"` and `commandfor`
 * instead. The commands are `join` and the names of all controls that a click uses at once, with or
 * without `toggle-`. A control that opens a menu is no command.
 *
 * The element gets the state: `aria-pressed` for a switch, `aria-busy` while a change is pending,
 * and `disabled` (or `aria-disabled` on an element without `disabled`). Its label is left to the
 * page.
 *
 * @param root The root of the elements: the document, or a shadow root of the page.
 * @returns A function that disconnects the elements.
 */
export function connectCommands(root: Document | ShadowRoot = document): () => void {
  const bindings = new Map<HTMLElement, Binding>();
  const ending = new AbortController();
  const { signal } = ending;
  const awaited = new Set<string>();
  const hadRoom = new WeakSet<Element>();
  let isExplaining = false;
  const observed = new Map<Root, () => void>();

  const sync = (): void => {
    if (signal.aborted) return;
    observe();
    const elements = new Set(root.querySelectorAll<HTMLElement>(selector));
    for (const [element, { end }] of bindings) {
      if (elements.has(element)) continue;
      end();
      bindings.delete(element);
    }
    for (const element of elements) bind(element);
  };

  /** Observes the root and those around it, where a room may be added, replaced or renamed. */
  const observe = (): void => {
    const outside = rootsAround(isShadowRoot(root) ? root.host : root.documentElement);
    for (const each of [root, ...outside]) {
      if (!observed.has(each)) observed.set(each, changes.observe(each, sync));
    }
  };

  const bind = (element: HTMLElement): void => {
    const { room, problem, undefinedElements } = roomOf(element);
    for (const { localName } of undefinedElements) {
      if (awaited.has(localName)) continue;
      awaited.add(localName);
      customElements.whenDefined(localName).then(sync, () => {});
    }
    const command = commandOf(element);
    if (problem || !command) explainLater();
    const before = bindings.get(element);
    if (before && before.room === room && before.command === command) return;
    before?.end();
    if (room) hadRoom.add(element);
    const bound = new AbortController();
    const show = (): void => mirror(element, stateOf(command, room));
    bindings.set(element, { room, command, end: () => bound.abort() });
    for (const cell of room ? [...controlCells(room), ...(command?.watch?.(room) ?? [])] : []) {
      cell.subscribe(show, { signal: bound.signal });
    }
    show();
  };

  /**
   * Warns of elements that control nothing, once the page is complete: they are disabled, so that
   * no click can tell why. The removal of a room is no mistake of the page.
   */
  const explain = (): void => {
    isExplaining = false;
    for (const [element, { room, command }] of bindings) {
      if (!command) warnOfUnknown(element);
      const { problem } = roomOf(element);
      if (!room && problem && !hadRoom.has(element)) warnOfNoRoom(element, problem);
    }
  };

  const explainLater = (): void => {
    if (isExplaining) return;
    isExplaining = true;
    whenParsed(root.ownerDocument ?? root, signal, explain);
  };

  const run = (element: HTMLElement): void => {
    const { room, command } = bindings.get(element) ?? {};
    if (room && command) {
      useControl(element, room, { control: command, state: stateOf(command, room) });
    }
  };

  root.addEventListener(
    'click',
    (event) => {
      // The target may be in the shadow root of an icon inside the element.
      const element = event.composedPath().find(isCommand);
      // An element in a shadow root runs only when that root was connected.
      if (element && bindings.has(element)) run(element);
    },
    { signal },
  );
  // The event does not bubble. The browser dispatches it on the room that `commandfor` names.
  root.addEventListener(
    'command',
    (event) => {
      const { source } = event as Event & { readonly source?: HTMLElement | null };
      if (source && bindings.has(source)) run(source);
    },
    { signal, capture: true },
  );
  registeredControls.subscribe(sync, { signal });
  sync();
  return () => {
    ending.abort();
    for (const stop of observed.values()) stop();
    for (const { end } of bindings.values()) end();
  };
}

function isCommand(target: EventTarget): target is HTMLElement {
  return !!(target as Partial<Element>).matches?.('[data-ffc-command]');
}

function roomOf(element: HTMLElement): ReturnType<typeof findRoom> {
  const id = element.dataset['ffcFor'] ?? element.getAttribute('commandfor') ?? '';
  return findRoom(element, { element: undefined, id, formerRoots: [] });
}

function nameOf(element: HTMLElement): string {
  const name = element.dataset['ffcCommand'] ?? element.getAttribute('command') ?? '';
  return name.replace(/^--ffc-/, '').replace(/^toggle-/, '');
}

function commandOf(element: HTMLElement): Command | undefined {
  const name = nameOf(element);
  const control = findControl(aliases[name] ?? name);
  // A control without a request only opens a menu at its own button.
  return name === 'join' ? join : control?.request && control;
}

function stateOf(command: Command | undefined, room: RoomHandle | undefined): ControlButtonState {
  const isUsable = command && command.isSupported?.() !== false;
  if (!room || !isUsable || command.isOffered?.(room) === false) return { disabled: true };
  return command.state?.(room) ?? { disabled: !room.isInCall };
}

function mirror(element: HTMLElement, { pressed, pending, disabled }: ControlButtonState): void {
  set(element, 'aria-pressed', pressed === undefined ? undefined : String(pressed));
  set(element, 'aria-busy', pending ? 'true' : undefined);
  if ('disabled' in element) element.disabled = disabled ?? false;
  else set(element, 'aria-disabled', disabled ? 'true' : undefined);
}

function set(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function warnOfUnknown(element: HTMLElement): void {
  const known = registeredControls.getSnapshot().filter(({ request }) => request);
  warnOnce(
    `<${element.localName}>: there is no command "${nameOf(element)}" yet. There are join, ` +
      `${known.map(({ name }) => name).join(', ')}, with or without "toggle-" before them.`,
  );
}

function warnOfNoRoom({ localName }: HTMLElement, problem: RoomProblem): void {
  const id = 'id' in problem ? problem.id : '';
  const what = id ? `There is no room with the id "${id}"` : `<${localName}> stands in no room`;
  warnOnce(
    `${what} yet: <${localName} data-ffc-command> is disabled until there is one. Name an ` +
      '<ffc-room> by its id in `data-ffc-for`, or in `commandfor` of a <button command>.',
  );
}
