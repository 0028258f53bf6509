import { html } from 'lit';
import { moreIcon } from '../../icons/more.js';
import type { Control, ControlMenuContext } from '../../parts/controls.js';
import { registeredControls } from '../../parts/registered-controls.js';
import type * as Extras from '../../parts/more-items.js';

let extras: typeof Extras | undefined;

/**
 * Opens a menu of the controls that have no place in the bar. Outside a bar, the menu lists all
 * controls of the room.
 */
export const moreControl: Control = {
  name: 'more',
  order: 90,
  place: 'tools',
  icon: moreIcon,
  label: ({ messages }) => messages.more,
  state: () => ({}),
  // The bar watches the controls that it names. This menu shows the others.
  watch: (room) =>
    registeredControls
      .getSnapshot()
      .flatMap((each) => (each.name === 'more' ? [] : (each.watch?.(room) ?? []))),
  menu: {
    render: (context) => {
      if (!extras) void load(context);
      return extras?.moreItems(context) ?? html``;
    },
  },
};

/**
 * Loads the menu in the background, after the call. After a failure the next rendering tries again.
 */
async function load({ redraw }: ControlMenuContext): Promise<void> {
  try {
    extras = await import('../../parts/more-items.js');
    redraw();
  } catch {
    // Without this code the bar wraps all of its buttons into several rows.
  }
}
