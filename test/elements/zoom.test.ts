import '../../src/define/ffc-room-list.js';
import { expect } from '@open-wc/testing';
import { createMockServices } from '../../src/mock/index.js';
import { eventually } from '../support/element-suite.js';
import { addStyle } from '../support/page-contexts.js';
import { joinRoom } from '../support/room-bench.js';
import { createStage, tilesOf } from '../support/stage.js';

/** Styles of a page that zoom itself, an element's parent, or the element. */
const zooms = [
  'html { zoom: 1.5 }',
  'html { zoom: 2 }',
  'html { zoom: 0.6 }',
  'body { zoom: 1.5 }',
  'ffc-room, ffc-room-list { zoom: 1.5 }',
  'html { zoom: 1.3 } body { zoom: 1.3 }',
];

function expectInsideWindow(element: Element): void {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  expect(left, 'left').to.be.at.least(0);
  expect(top, 'top').to.be.at.least(0);
  expect(right, 'right').to.be.at.most(innerWidth);
  expect(bottom, 'bottom').to.be.at.most(innerHeight);
}

/** Opens the device menu of a room in a call. Resolves once the menu is positioned. */
async function openMenu(style: string): Promise<{ menu: HTMLElement; button: HTMLElement }> {
  const { room } = await joinRoom({ properties: { controls: 'devices leave' } });
  room.style.cssText = style;
  const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
  const button = await eventually(bar, () =>
    bar.shadowRoot!.querySelector<HTMLElement>('.fitted [data-control=devices]'),
  );
  button.scrollIntoView({ block: 'center' });
  button.click();
  const menu = await eventually(bar, () =>
    bar.shadowRoot!.querySelector<HTMLElement>('.menu.placed'),
  );
  return { menu, button };
}

describe('zoom of the page', () => {
  for (const css of zooms) {
    it(`leaves the device menu inside the window and beside its button, ${css}`, async () => {
      addStyle(css);
      const { menu, button } = await openMenu('block-size: 300px');
      expectInsideWindow(menu);
      const place = menu.getBoundingClientRect();
      const { left, right, top, bottom } = button.getBoundingClientRect();
      expect(place.left, 'reaches over the button').to.be.below(right);
      expect(place.right, 'reaches over the button').to.be.above(left);
      const distance = Math.max(top - place.bottom, place.top - bottom);
      expect(distance, 'distance to the button').to.be.below(20);
    });

    it(`leaves a dialog of the list inside the window, ${css}`, async () => {
      addStyle(css);
      const list = document.createElement('ffc-room-list');
      list.services = createMockServices();
      document.body.append(list);
      await eventually(list, () => list.shadowRoot!.querySelector('.room'));
      list.shadowRoot!.querySelector<HTMLElement>('[part=create-button]')!.click();
      const dialog = await eventually(list, () => list.shadowRoot!.querySelector('dialog[open]'));
      expectInsideWindow(dialog);
      list.remove();
    });
  }

  for (const css of zooms) {
    it(`leaves all tiles inside the stage, ${css}`, async () => {
      addStyle(css.replaceAll('ffc-room,', 'ffc-stage,'));
      const { stage } = await createStage({ crowd: 6, width: 400, height: 300 });
      const box = stage.getBoundingClientRect();
      for (const tile of tilesOf(stage)) {
        const { left, top, right, bottom } = tile.getBoundingClientRect();
        expect(left >= box.left - 1 && right <= box.right + 1, 'between the sides').to.be.true;
        expect(top >= box.top - 1 && bottom <= box.bottom + 1, 'top and bottom').to.be.true;
      }
    });
  }
});
