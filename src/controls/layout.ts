import { createCell } from '../core/cell.js';
import { layoutIcon } from '../icons/layout.js';
import type { Control } from '../parts/controls.js';
import { html } from 'lit';
import type { layoutMenu } from './layout-menu.js';

/** The function that renders the menu. It loads when a layout menu is first opened on the page. */
const menu = createCell<{ readonly render?: typeof layoutMenu }>({});

/**
 * Opens the choice of how the stage is laid out.
 *
 * @fires ffc-layout-request
 */
export const layoutControl: Control = {
  name: 'layout',
  order: 38,
  icon: layoutIcon,
  label: ({ messages }) => messages.layout,
  watch: ({ view }) => [view.state, menu],
  menu: {
    render: (context) => menu.getSnapshot().render?.(context) ?? html``,
    onOpen: () => {
      // After a failure, the next opening tries again.
      import('./layout-menu.js').then(
        ({ layoutMenu }) => menu.set({ render: layoutMenu }),
        () => {},
      );
    },
  },
};
