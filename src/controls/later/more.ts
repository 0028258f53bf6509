import { html } from 'lit';
import { moreIcon } from '../../icons/more.js';
import type { Control, ControlMenuContext } from '../../parts/controls.js';
import { registeredControls } from '../../parts/registered-controls.js';
import type * as Extras from '../../parts/more-items.js';

let extras: typeof Extras | undefined;

/** Opens what a bar has no place for; alone, what the room's controls are. */
export const moreControl: Control = {
  name: 'more',
  order: 90,
  place: 'tools',
  icon: moreIcon,
  label: ({ messages }) => messages.more,
  state: () => ({}),
  // A bar watches those that it names; this one shows the others.
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

/** Behind the call: nobody waits for it. Whatever fails is tried again with the next drawing. */
async function load({ redraw }: ControlMenuContext): Promise<void> {
  try {
    extras = await import('../../parts/more-items.js');
    redraw();
  } catch {
    // The bar shows all of its buttons, in more than one row.
  }
}
