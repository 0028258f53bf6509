import type { TemplateResult } from 'lit';
import type { Readable } from '../core/cell.js';
import type { FfcError } from '../core/errors.js';
import { warnOnce } from '../core/logger.js';
import type { RoomMessages } from '../i18n/room-messages.js';
import { controlElement } from './control-element.js';
import type { RoomFeatures } from './features.js';
import { findControl, registeredControls, setControls } from './registered-controls.js';
import type { RoomHandle } from './room-handle.js';

/** The present state of a control's button. A field that is left out is `false`. */
export interface ControlButtonState {
  /** For toggles: whether what it switches is on. Left out, the button is no toggle. */
  readonly pressed?: boolean | undefined;
  /** It can be focused, and does nothing. */
  readonly disabled?: boolean;
  /**
   * It was used, and what it asked for has not happened yet: another click does nothing, unless
   * the control is `revocable`.
   */
  readonly pending?: boolean;
  /** Another click while it is `pending` takes back what the last one asked for. */
  readonly revocable?: boolean;
  /** The number of things that wait behind it, such as unread messages. 0 shows nothing. */
  readonly count?: number;
  /** The counted things wait for the person to act. */
  readonly urgent?: boolean;
  /** Why it does not work; a click may try again. */
  readonly error?: FfcError | undefined;
  /** A colour: `off` warns, `active` stands out, `danger` ends something. Default: none. */
  readonly tone?: 'off' | 'active' | 'danger' | undefined;
}

/** The context from which the words of a control are chosen. */
export interface ControlWordsContext {
  readonly messages: RoomMessages;
  /** The language tag of the button's surroundings: for words that `messages` do not have. */
  readonly lang: string;
}

/** The context in which a control's menu is drawn. */
export interface ControlMenuContext extends ControlWordsContext {
  readonly room: RoomHandle;
  /** The element that the menu is in: requests are dispatched on it. */
  readonly part: HTMLElement;
  /** The controls that have no place beside this one: for *more*. Alone it has all. */
  readonly rest?: readonly Control[];
  /** Draws the menu again, where no cell says that something is different. */
  readonly redraw: () => void;
}

/** The fields of a request: an element of a page's own may put anything into them. */
export type RequestFields = Readonly<Record<string, unknown>>;

/**
 * A room's answer to a request. It may return a promise, for example that of a store's intent; the
 * room reports its failures.
 */
export type RequestAnswer = (room: RoomHandle, request: RequestFields) => unknown;

/** One button of a call: named in `controls`, drawn by the bar, placed alone as its own tag. */
export interface Control {
  /** Lower-case letters, digits and single dashes: `wave`. */
  readonly name: string;
  /** The tag of the button alone. Default: `ffc-NAME-button`. */
  readonly tag?: string;
  /**
   * Its place in a bar whose `controls` say nothing, lowest first: microphone 10, camera 20,
   * screen 30, chat 35, layout 38, devices 40, leave 100. Left out: it is drawn only where it is named.
   */
  readonly order?: number;
  /**
   * Where a bar has it whose `controls` say nothing. Default: by its `order`, below 30 among the own
   * `devices`, below 90 among the `tools` of the call, else at the `end`. In `more` stands what is
   * rarely used.
   */
  readonly place?: ControlPlace;
  /** Drawn by `svg` or `html` of Lit, 20 px wide and high, in `currentColor`. */
  readonly icon: TemplateResult | ((state: ControlButtonState) => TemplateResult);
  /** The button's name, the same in every state. */
  readonly label: (context: ControlWordsContext) => string;
  /** The effect of a click, for the tooltip. Default: the label. */
  readonly hint?: (context: ControlWordsContext, state: ControlButtonState) => string;
  /** The meaning of the `count` of its state, as in “3 unread”. Default: the number. */
  readonly countLabel?: (
    context: ControlWordsContext,
    count: number,
    state: ControlButtonState,
  ) => string;
  /** The state of the button in a room. Default: enabled in the call only. */
  readonly state?: (room: RoomHandle) => ControlButtonState;
  /**
   * The cells that `state` reads, beside the store's `phase`, `controls` and `intended`, and the
   * options.
   */
  readonly watch?: (room: RoomHandle) => readonly Readable<unknown>[];
  /**
   * Called by a click. An event that it returns is dispatched on the button, and reaches the room;
   * it should bubble, be composed, and be cancelable.
   */
  readonly request?: (room: RoomHandle) => unknown;
  /**
   * The room's answers, by the names of requests, from this control or any other element. The room
   * calls one after the dispatch, unless somebody cancelled it. Default: none, the page listens.
   */
  readonly answers?: Readonly<Record<string, RequestAnswer>>;
  /**
   * The feature of the room that begins to load when the control is used, before `request` is called.
   * A load that fails is told by `ffc-error` on the room; the next use tries again.
   */
  readonly slice?: keyof RoomFeatures;
  /**
   * The `slice` loads without a click, once a call with this button has gone quiet: it knows what
   * the button shows. A load that fails then is told by the next click.
   */
  readonly loadsAhead?: boolean;
  /** Opened by a click, over the button. */
  readonly menu?: ControlMenu;
  /** Whether this browser can do it at all. One that cannot has no button. Default: it can. */
  readonly isSupported?: () => boolean;
  /** Whether a bar has a button for it in this room. Default: it has. */
  readonly isOffered?: (room: RoomHandle) => boolean;
}

/** A cluster of buttons in the bar of a call. */
export type ControlPlace = 'devices' | 'tools' | 'end' | 'more';

/** The menu of a control. */
export interface ControlMenu {
  readonly render: (context: ControlMenuContext) => TemplateResult;
  /** The menu is open now. */
  readonly onOpen?: (room: RoomHandle) => void;
}

/** The number of controls of this package: they stand before those of the page. */
let builtInCount = 0;

/**
 * Makes a control known: bars draw it where `controls` names it, its tag is defined, and rooms
 * answer its requests. One of this package's name takes the place of that, whichever comes first.
 * Registered again, a name stands for the new control. In either case it keeps the `order` and the
 * `answers` of the one before unless it has its own.
 *
 * @throws {TypeError} The name or the tag is none that HTML can have.
 */
export function registerControl(control: Control): void {
  checkNames(control);
  const controls = registeredControls.getSnapshot();
  const isKnown = controls.some(({ name }) => name === control.name);
  setControls(
    isKnown
      ? controls.map((other) => (other.name === control.name ? inherit(control, other) : other))
      : [...controls, control],
  );
  defineTag(control);
}

/** The same for a control of this package: one of the page's own with its name stays. */
export function registerBuiltInControl(control: Control): void {
  const own = findControl(control.name);
  if (own) registerControl(inherit(own, control));
  else {
    const controls = [...registeredControls.getSnapshot()];
    controls.splice(builtInCount++, 0, control);
    setControls(controls);
  }
  defineTag(control);
}

function checkNames({ name, tag = `ffc-${name}-button` }: Control): void {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(tag)) {
    return;
  }
  throw new TypeError(
    `registerControl: "${name}" (<${tag}>) takes lower-case letters, digits and single dashes.`,
  );
}

function defineTag({ name, tag = `ffc-${name}-button` }: Control): void {
  // A server has no registry, and another copy of this package may have come first.
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  customElements.define(
    tag,
    controlElement(() => findControl(name)),
  );
}

/**
 * The controls of a bar: those that are named, in that order, or those that have an `order`.
 * Without what the browser lacks.
 */
export function chooseControls(names: readonly string[] | undefined): readonly Control[] {
  const chosen = names ? [...new Set(names)].flatMap(findNamed) : standardControls();
  return chosen.filter((control) => control.isSupported?.() !== false);
}

function standardControls(): readonly Control[] {
  const placed = registeredControls.getSnapshot().filter(({ order }) => order !== undefined);
  return placed.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

function findNamed(name: string): readonly Control[] {
  const control = findControl(name);
  if (!control) warnOfUnknown(name);
  return control ? [control] : [];
}

function inherit(control: Control, before: Control): Control {
  return {
    ...control,
    ...(before.order !== undefined && { order: control.order ?? before.order }),
    ...(before.answers && { answers: { ...before.answers, ...control.answers } }),
  };
}

/** Controls that are on their way: who names one of them makes no mistake. */
let awaited = 0;

/** Bars draw controls that are loading once they are there, and do not take them for unknown. */
export function awaitControls(loading: Promise<unknown>): void {
  awaited++;
  const done = (): void => {
    awaited--;
    // Bars look again at what they did not know.
    setControls([...registeredControls.getSnapshot()]);
  };
  loading.then(done, (thrown: unknown) => {
    done();
    warnOnce(`Some controls of the call could not be loaded: ${String(thrown)}`);
  });
}

function warnOfUnknown(name: string): void {
  if (awaited > 0) return;
  const known = registeredControls.getSnapshot().map((control) => control.name);
  warnOnce(
    `controls: there is no control "${name}". There are ${known.join(', ')}; ` +
      'registerControl() of ffc-elements/parts adds one.',
  );
}

/** The value of `exportparts` for what has a control bar inside. */
export function controlBarParts(): string {
  const controls = registeredControls.getSnapshot().map(({ name }) => `control-${name}`);
  const inside = [
    'control-group',
    'control-choice',
    'control-label',
    'control-count',
    'tooltip',
    'menu',
    'menu-item',
    'input',
  ];
  return ['control-bar', 'control', ...controls, ...inside].join(', ');
}
