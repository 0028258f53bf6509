import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AppRoomsApi } from '../../src/api/types.js';
import type { MockService } from '../../src/mock/service.js';
import { eventually } from '../support/element-suite.js';
import { type ListBench, openList, press, rows, serviceWith, show } from '../support/list-bench.js';

/** A service without `can()`, where each room lists its own permissions. */
const unjudged = (service: MockService): AppRoomsApi => ({
  createRoom: (...args) => service.createRoom(...args),
  listRooms: async (...args) => {
    const page = await service.listRooms(...args);
    const can = ['update', 'delete'] as const;
    return { ...page, content: page.content.map((room) => ({ can, ...room })) };
  },
  getRoom: (...args) => service.getRoom(...args),
  updateRoom: (...args) => service.updateRoom(...args),
  deleteRoom: (...args) => service.deleteRoom(...args),
});

const stops = (bench: ListBench): number =>
  bench.root.querySelectorAll('li button:not([tabindex="-1"])').length;

/** A list whose rows react to arrow keys. */
async function open(count: number, properties = {}): Promise<ListBench> {
  const bench = await openList({ service: serviceWith(count), properties });
  await eventually(bench.list, () => stops(bench) === 1);
  return bench;
}

/** The room and the button that have the focus. */
const focused = ({ root }: ListBench): string => {
  const button = root.activeElement;
  return `${button?.closest('li')?.id} ${button?.getAttribute('name')}`;
};
const pick = (row: Element | undefined): HTMLElement => row!.querySelector('[name=pick]')!;

async function walk(bench: ListBench, steps: readonly (readonly [string, string])[]) {
  for (const [key, expected] of steps) {
    await sendKeys({ press: key });
    expect(focused(bench), key).to.equal(expected);
    expect(stops(bench)).to.equal(1);
  }
}

describe('the rooms of a list, by keyboard', () => {
  for (const width of [400, 1000]) {
    it(`are one stop of the Tab key, and a grid for the arrow keys, ${width} px wide`, async () => {
      const bench = await open(3);
      bench.list.style.inlineSize = `${width}px`;
      pick(rows(bench)[0]).focus();
      await walk(bench, [
        ['ArrowDown', 'room-2 pick'],
        ['ArrowRight', 'room-2 edit'],
        ['ArrowRight', 'room-2 delete'],
        ['ArrowRight', 'room-2 delete'],
        ['ArrowUp', 'room-3 delete'],
        ['ArrowUp', 'room-3 delete'],
        ['End', 'room-1 delete'],
        ['ArrowDown', 'room-1 delete'],
        ['ArrowLeft', 'room-1 edit'],
        ['Home', 'room-3 edit'],
        ['ArrowLeft', 'room-3 pick'],
        ['ArrowLeft', 'room-3 pick'],
      ]);
      await expect(bench.list).to.be.accessible();
    });
  }

  it('follow the writing direction', async () => {
    const bench = await open(1);
    bench.list.dir = 'rtl';
    pick(rows(bench)[0]).focus();
    await walk(bench, [
      ['ArrowLeft', 'room-1 edit'],
      ['ArrowRight', 'room-1 pick'],
    ]);
  });

  it('are left by one press of the Tab key, and entered again where they were left', async () => {
    const bench = await open(3);
    const after = show(document.createElement('button'));
    pick(rows(bench)[0]).focus();
    await walk(bench, [
      ['ArrowDown', 'room-2 pick'],
      ['ArrowRight', 'room-2 edit'],
    ]);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement === after).to.equal(true);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(focused(bench)).to.equal('room-2 edit');
  });

  it('begin with the room itself where another has no such button', async () => {
    const service = serviceWith(2);
    const [first] = service.rooms;
    service.putRoom({ ...first!, can: [] });
    const bench = await openList({
      service,
      properties: { services: { rooms: unjudged(service) } },
    });
    await eventually(bench.list, () => stops(bench) === 1);
    expect(rows(bench)[1]!.querySelector('[name=edit]') === null).to.equal(true);
    pick(rows(bench)[0]).focus();
    await walk(bench, [
      ['ArrowRight', 'room-2 edit'],
      ['ArrowDown', 'room-1 pick'],
    ]);
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
