import { createCell, type Readable } from '../core/cell.js';
import type { ControlWordsContext } from './controls.js';

/**
 * An element beside the stage of a call: the chat, or one of the page. One panel shows at a time.
 */
export interface Panel {
  /** The name for `openPanel(name)`: lower-case letters, digits and single dashes. */
  readonly name: string;
  /** Its title, and its name for screen readers. */
  readonly label: (context: ControlWordsContext) => string;
  /**
   * The tag of the panel's content: a part, which finds its room by itself. The element is kept
   * until the call ends.
   */
  readonly tag: string;
  /**
   * Loads and defines the element when the panel is first opened. Default: the tag is defined
   * already.
   */
  readonly load?: () => Promise<unknown>;
  /** The CSS parts of the element, so that the page can style them by `ffc-room::part()`. */
  readonly parts?: readonly string[];
}

const registered = createCell<ReadonlyMap<string, Panel>>(new Map());

/** All panels, by their names. */
export const registeredPanels: Readable<ReadonlyMap<string, Panel>> = registered;

/**
 * Registers a panel, so that `<ffc-room>` opens it by `openPanel(name)` and by `ffc-panel-request`.
 * None of its code loads before that. Registering a name again replaces the panel in calls that
 * have not opened it yet. A child of the room in the slot `panel-NAME` takes the panel's place.
 *
 * @throws {TypeError} The name or the tag is not valid in HTML.
 */
export function registerPanel(panel: Panel): void {
  const { name, tag } = panel;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(tag)) {
    throw new TypeError(
      `registerPanel: "${name}" (<${tag}>) takes lower-case letters, digits and single dashes.`,
    );
  }
  registered.set(new Map([...registered.getSnapshot(), [name, panel]]));
}
