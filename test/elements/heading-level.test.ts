import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { dialogOf, openList, part, press, rows } from '../support/list-bench.js';
import { joinRoom, openRoom } from '../support/room-bench.js';

const level = (heading: Element | null | undefined): string | null | undefined =>
  heading?.getAttribute('aria-level');
const heading = (element: Element, selector = 'h2'): Element | null =>
  element.shadowRoot!.querySelector(selector);

describe('heading-level of <ffc-room-list>', () => {
  it('is 2, and the rooms are one level deeper', async () => {
    const bench = await openList();
    expect(level(part(bench, 'title'))).to.equal('2');
    expect(level(part(bench, 'room-title'))).to.equal('3');
  });

  it('moves the headings of the list, its rooms and its dialogs', async () => {
    const bench = await openList();
    bench.list.setAttribute('heading-level', '4');
    await bench.list.updateComplete;
    expect(level(part(bench, 'title'))).to.equal('4');
    expect(level(part(bench, 'room-title'))).to.equal('5');
    press(rows(bench)[0], 'delete');
    const dialog = await eventually(bench.list, () => dialogOf(bench));
    expect(level(dialog.querySelector('h2'))).to.equal('4');
  });

  it('moves the heading of an empty list', async () => {
    const bench = await openList({ properties: { keyword: 'no such room' } });
    bench.list.headingLevel = 1;
    await bench.list.updateComplete;
    expect(level(part(bench, 'blank-title'))).to.equal('2');
    await expect(bench.list).to.be.accessible();
  });

  it('counts as left out beyond 6, with a warning', async () => {
    const bench = await openList();
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (text: unknown) => warnings.push(text);
    try {
      bench.list.setAttribute('heading-level', '7');
      bench.list.setAttribute('heading-level', '0');
    } finally {
      console.warn = warn;
    }
    await bench.list.updateComplete;
    expect(level(part(bench, 'title'))).to.equal('2');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('headingLevel takes a number of 1 to 6');
  });
});

describe('heading-level of <ffc-room>', () => {
  it('moves the heading of the preview, also later', async () => {
    const { room } = await openRoom('prejoin', { properties: { headingLevel: 1 } });
    const prejoin = await eventually(room, () => room.shadowRoot!.querySelector('ffc-prejoin'));
    expect(level(heading(prejoin))).to.equal('1');
    room.headingLevel = 3;
    await eventually(prejoin, () => level(heading(prejoin)) === '3');
  });

  for (const [state, roomId] of [
    ['idle', undefined],
    ['password', '3'],
    ['failed', 'no-such-room'],
  ] as const) {
    it(`moves the heading of the screen "${state}"`, async () => {
      const { room } = await openRoom(state, { properties: { roomId, headingLevel: 5 } });
      expect(level(await eventually(room, () => heading(room)))).to.equal('5');
      await expect(room).to.be.accessible();
    });
  }

  it('moves the headings of a call and its panels, and those of its end', async () => {
    const { room } = await joinRoom({ properties: { headingLevel: 3 } });
    expect(level(heading(room, '[part=header] h2'))).to.equal('3');
    await room.openPanel('settings');
    const settings = await eventually(room, () => room.shadowRoot!.querySelector('ffc-settings'));
    expect(level(heading(room, '[part=panel-title]'))).to.equal('3');
    const group = await eventually(settings, () => heading(settings, 'h3'));
    expect(level(group)).to.equal('4');
    await room.leave();
    const end = await eventually(room, () => heading(room, '.end h2'));
    expect(level(end)).to.equal('3');
  });
});
