import '../../src/define/ffc-layout-button.js';
import { expect } from '@open-wc/testing';
import type { FfcControlElement } from '../../src/parts/control-element.js';
import { registerLayout } from '../../src/parts/index.js';
import { eventually } from '../support/element-suite.js';
import { joinRoom } from '../support/room-bench.js';

async function openMenu(
  lang = 'en',
): Promise<{ room: Awaited<ReturnType<typeof joinRoom>>['room']; button: FfcControlElement }> {
  const button = document.createElement('ffc-layout-button');
  button.lang = lang;
  const { room } = await joinRoom({ children: [button] });
  button.renderRoot.querySelector<HTMLButtonElement>('.control')!.click();
  await eventually(button, () => choices(button).length > 0);
  return { room, button };
}

function choices(button: FfcControlElement): HTMLButtonElement[] {
  return [...button.renderRoot.querySelectorAll<HTMLButtonElement>('.menu button:not(.close)')];
}

const names = (button: FfcControlElement): (string | undefined)[] =>
  choices(button).map(({ textContent }) => textContent?.trim());

describe('<ffc-layout-button>', () => {
  it('offers the room’s automatic choice, the built-in layouts and those of the page', async () => {
    registerLayout(
      'test-menu',
      (items) => items.map((item) => ({ item, x: 0, y: 0, width: 9, height: 9 })),
      {
        label: () => 'Mine',
      },
    );
    const { button } = await openMenu();
    expect(names(button)).to.deep.equal([
      'Automatic (now: Grid)',
      'Grid',
      'Fixed grid',
      'Scroll',
      'Focused',
      'Mine',
    ]);
    const pressed = choices(button).map((choice) => choice.getAttribute('aria-pressed'));
    expect(pressed).to.deep.equal(['true', 'false', 'false', 'false', 'false', 'false']);
    await expect(button).to.be.accessible();
  });

  it('asks the room for the layout that is picked, closes, and leads back to automatic', async () => {
    const { room, button } = await openMenu();
    const changes: string[] = [];
    room.addEventListener('ffc-layout-change', ({ layout, mode }) =>
      changes.push(`${layout} ${mode}`),
    );
    const change = (): Promise<unknown> =>
      new Promise((resolve) => room.addEventListener('ffc-layout-change', resolve, { once: true }));
    const manual = change();
    choices(button)[3]!.click();
    await manual;
    expect(button.renderRoot.querySelector('.menu')!.matches(':popover-open')).to.equal(false);
    await button.updateComplete;
    expect(choices(button)[3]).to.have.attribute('aria-pressed', 'true');
    const automatic = change();
    choices(button)[0]!.click();
    await automatic;
    expect(changes).to.deep.equal(['scroll manual', 'scroll automatic']);
  });

  it('asks in a way that the page can cancel', async () => {
    const { button } = await openMenu();
    const asked = new Promise<Event>((resolve) =>
      document.addEventListener(
        'ffc-layout-request',
        (event) => {
          event.preventDefault();
          resolve(event);
        },
        { once: true },
      ),
    );
    choices(button)[1]!.click();
    expect(await asked).to.include({ layout: 'grid' });
    await Promise.resolve();
    expect(choices(button)[0]).to.have.attribute('aria-pressed', 'true');
  });

  it('speaks Korean', async () => {
    const { button } = await openMenu('ko');
    await eventually(button, () => names(button).includes('고정 그리드'));
    expect(names(button)[0]).to.equal('자동 (현재: 그리드)');
  });
});
