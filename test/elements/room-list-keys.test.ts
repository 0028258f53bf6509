import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { eventually } from '../support/element-suite.js';
import { type ListBench, openList, press, rows, serviceWith, show } from '../support/list-bench.js';

const stops = (bench: ListBench): number =>
  bench.root.querySelectorAll('li button:not([tabindex="-1"])').length;

/** A list whose rows can be reached by keys. */
async function open(count: number, properties = {}): Promise<ListBench> {
  const bench = await openList({ service: serviceWith(count), properties });
  await eventually(bench.list, () => stops(bench) === 3);
  return bench;
}

const focusedRow = ({ root }: ListBench): string => root.activeElement?.closest('li')?.id ?? '';
const pick = (row: Element | undefined): HTMLElement => row!.querySelector('[name=pick]')!;

describe('the rooms of a list, by keyboard', () => {
  it('are one stop with the buttons of one room, and arrow keys move between them', async () => {
    const bench = await open(4);
    bench.list.style.inlineSize = '400px';
    pick(rows(bench)[0]).focus();
    for (const [key, expected] of [
      ['ArrowDown', 'room-3'],
      ['ArrowRight', 'room-2'],
      ['End', 'room-1'],
      ['ArrowDown', 'room-1'],
      ['ArrowUp', 'room-2'],
      ['ArrowLeft', 'room-3'],
      ['Home', 'room-4'],
    ] as const) {
      await sendKeys({ press: key });
      expect(focusedRow(bench), key).to.equal(expected);
      expect(stops(bench)).to.equal(3);
    }
    bench.list.dir = 'rtl';
    await sendKeys({ press: 'ArrowLeft' });
    expect(focusedRow(bench)).to.equal('room-3');
    await expect(bench.list).to.be.accessible();
  });

  it('move by lines and columns where they are cards', async () => {
    const bench = await open(4);
    bench.list.style.inlineSize = '800px';
    pick(rows(bench)[1]).focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedRow(bench)).to.equal('room-1');
    await sendKeys({ press: 'ArrowUp' });
    expect(focusedRow(bench)).to.equal('room-3');
  });

  it('keep to the same button of each room', async () => {
    const bench = await open(2);
    rows(bench)[0]!.querySelector<HTMLElement>('[name=edit]')!.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(bench.root.activeElement!.getAttribute('name')).to.equal('edit');
    expect(focusedRow(bench)).to.equal('room-1');
  });
});

describe('the room that is open', () => {
  it('is marked as the current one, and no other', async () => {
    const target = show(document.createElement('div')) as HTMLElement & { roomId?: string };
    target.id = 'the-room';
    const bench = await open(3, { htmlFor: 'the-room' });
    const current = (): string[] =>
      [...bench.root.querySelectorAll('[aria-current=true]')].map((it) => it.closest('li')!.id);
    expect(current()).to.deep.equal([]);
    press(rows(bench)[1], 'pick');
    target.dispatchEvent(new Event('ffc-state-change', { bubbles: true }));
    expect(current()).to.deep.equal(['room-2']);
    target.roomId = '3';
    target.dispatchEvent(new Event('ffc-state-change', { bubbles: true }));
    expect(current()).to.deep.equal(['room-3']);
    await bench.list.refresh();
    expect(current()).to.deep.equal(['room-3']);
  });
});
