import { createCell, type Readable } from '../core/cell.js';
import type { ControlWordsContext } from './controls.js';

/** An element beside the stage of a call, one at a time: the chat, or a page's own. */
export interface Panel {
  /** The name for `openPanel(name)`: lower-case letters, digits and single dashes. */
  readonly name: string;
  /** Its title, and its name for screen readers. */
  readonly label: (context: ControlWordsContext) => string;
  /** The element that fills it: a part, which finds its room by itself. It stays for the call. */
  readonly tag: string;
  /** Loads and defines the element, when the panel is opened first. Default: it is defined. */
  readonly load?: () => Promise<unknown>;
  /** The CSS parts of the element, so that the page can style them by `ffc-room::part()`. */
  readonly parts?: readonly string[];
}

const registered = createCell<ReadonlyMap<string, Panel>>(new Map());

/** All panels, by their names. */
export const registeredPanels: Readable<ReadonlyMap<string, Panel>> = registered;

/**
 * Makes a panel known, so that `<ffc-room>` opens it by `openPanel(name)` and by
 * `ffc-panel-request`. Nothing of it is loaded before. Registered again, a name stands for the new
 * panel, in calls that have not opened it yet. A child of the room in the slot `panel-NAME` takes
 * its place.
 *
 * @throws {TypeError} The name or the tag is none that HTML can have.
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
