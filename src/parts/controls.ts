import type { TemplateResult } from 'lit';
import type { Readable } from '../core/cell.js';
import type { FfcError } from '../core/errors.js';
import { warnOnce } from '../core/logger.js';
import type { RoomMessages } from '../i18n/room-messages.js';
import { controlElement } from './control-element.js';
import type { RoomFeatures } from './features.js';
import { findControl, registeredControls, setControls } from './registered-controls.js';
import type { RoomHandle } from './room-handle.js';

/** The current state of a control's button. A field that is left out is `false`. */
export interface ControlButtonState {
  /** For toggles: whether the switched thing is on. Without it, the button is no toggle. */
  readonly pressed?: boolean | undefined;
  /** The button can be focused, but a click has no effect. */
  readonly disabled?: boolean;
  /**
   * The requested change has not happened yet. Another click has no effect, unless the state is
   * `revocable`.
   */
  readonly pending?: boolean;
  /** While `pending`, another click takes the request back. */
  readonly revocable?: boolean;
  /** The number of waiting things, such as unread messages. 0 shows nothing. */
  readonly count?: number;
  /** The counted things wait for the person to act. */
  readonly urgent?: boolean;
  /** The reason why the control does not work. A click may try again. */
  readonly error?: FfcError | undefined;
  /** A colour: `off` warns, `active` stands out, `danger` ends something. Default: none. */
  readonly tone?: 'off' | 'active' | 'danger' | undefined;
}

/** The input of the functions that return a control's words. */
export interface ControlWordsContext {
  readonly messages: RoomMessages;
  /** The language tag around the button, for words that `messages` lacks. */
  readonly lang: string;
}

/** The input of the function that renders a control's menu. */
export interface ControlMenuContext extends ControlWordsContext {
  readonly room: RoomHandle;
  /** The element that contains the menu. Requests are dispatched on it. */
  readonly part: HTMLElement;
  /** For *more*: the controls that have no place in its bar. Outside a bar: all controls. */
  readonly rest?: readonly Control[];
  /** Renders the menu again after a change that no cell notifies of. */
  readonly redraw: () => void;
}

/** The fields of a request. An element of the page may put any values into them. */
export type RequestFields = Readonly<Record<string, unknown>>;

/**
 * A room's answer to a request. It may return a promise, for example the promise of a store's
 * method. The room reports a rejection.
 */
export type RequestAnswer = (room: RoomHandle, request: RequestFields) => unknown;

/**
 * One button of a call. `controls` names it, the bar renders it, and its own tag places it alone.
 */
export interface Control {
  /** Lower-case letters, digits and single dashes: `wave`. */
  readonly name: string;
  /** The tag of the button outside a bar. Default: `ffc-NAME-button`. */
  readonly tag?: string;
  /**
   * Its position in a bar without `controls`, lowest first: microphone 10, camera 20, screen 30,
   * chat 35, layout 38, devices 40, leave 100. Without an order, a bar renders it only where
   * `controls` names it.
   */
  readonly order?: number;
  /**
   * Its cluster in a bar without `controls`. Default, by its `order`: below 30 `devices`, below 90
   * `tools`, else `end`. `more` is for rarely used controls.
   */
  readonly place?: ControlPlace;
  /** The icon: a Lit template of `svg` or `html`, 20 px wide and high, in `currentColor`. */
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
   * The room's answers, by the type of the request. They also answer requests from other elements.
   * The room calls an answer after the dispatch, unless a listener cancelled the request. Default:
   * none; the page listens itself.
   */
  readonly answers?: Readonly<Record<string, RequestAnswer>>;
  /**
   * The feature of the room that begins to load when the control is used, before `request` is
   * called. A failed load emits `ffc-error` on the room; the next use tries again.
   */
  readonly slice?: keyof RoomFeatures;
  /**
   * Loads the `slice` without a click, once a call with this button is idle: for a button that
   * shows the state of its feature. The next click reports a failed load.
   */
  readonly loadsAhead?: boolean;
  /** The menu that a click opens above the button. */
  readonly menu?: ControlMenu;
  /**
   * Whether this browser supports the control. Without support there is no button. Default: yes.
   */
  readonly isSupported?: () => boolean;
  /** Whether a bar renders the control in this room. Default: yes. */
  readonly isOffered?: (room: RoomHandle) => boolean;
}

/** A cluster of buttons in the bar of a call. */
export type ControlPlace = 'devices' | 'tools' | 'end' | 'more';

/** The menu of a control. */
export interface ControlMenu {
  readonly render: (context: ControlMenuContext) => TemplateResult;
  /** Called when the menu has opened. */
  readonly onOpen?: (room: RoomHandle) => void;
}

/** The number of controls of this package. They precede those of the page. */
let builtInCount = 0;

/**
 * Registers a control: bars render it where `controls` names it, its tag is defined, and rooms
 * answer its requests. A control with the name of a built-in one replaces it, whichever is
 * registered first. Registering a name again replaces the control. In both cases the new control
 * keeps the `order` and the `answers` of the replaced one, unless it has its own.
 *
 * @throws {TypeError} The name or the tag is not valid in HTML.
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

/** Registers a control of this package, unless the page has registered its own with that name. */
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
  // A server has no registry, and another copy of this package may have defined the tag.
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  customElements.define(
    tag,
    controlElement(() => findControl(name)),
  );
}

/**
 * The controls of a bar: the named ones in that order, or else all that have an `order`. Controls
 * that the browser does not support are left out.
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

/**
 * The number of loads of controls that are still running. Meanwhile an unknown name is no mistake.
 */
let awaited = 0;

/**
 * Announces controls that are still loading: bars do not warn of their names, and render them once
 * they have loaded.
 */
export function awaitControls(loading: Promise<unknown>): void {
  awaited++;
  const done = (): void => {
    awaited--;
    // Notifies the bars, which look up the unknown names again.
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

/** The value of `exportparts` for an element that contains a control bar. */
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
