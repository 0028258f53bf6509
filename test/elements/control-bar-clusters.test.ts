import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FfcControlBarElement } from '../../src/elements/control-bar/control-bar.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import { failure, joinRoom, type RoomBench } from '../support/room-bench.js';

interface BarBench extends RoomBench {
  readonly bar: FfcControlBarElement;
}

async function barOf(width: string, properties: Partial<FfcRoomElement> = {}): Promise<BarBench> {
  const bench = await joinRoom({
    properties: { startMuted: true, startCameraOff: true, ...properties },
  });
  bench.room.style.width = width;
  const bar = bench.room.shadowRoot!.querySelector('ffc-control-bar')!;
  await eventually(bar, () => bar.shadowRoot!.querySelector('.fitted .control'));
  return { ...bench, bar };
}

const all = <E extends HTMLElement = HTMLElement>({ bar }: BarBench, selector: string): E[] => [
  ...bar.shadowRoot!.querySelectorAll<E>(selector),
];
const namesIn = (elements: readonly HTMLElement[]): (string | undefined)[] =>
  elements.flatMap((element) =>
    [...element.querySelectorAll<HTMLElement>('.control')].map(({ dataset }) => dataset['control']),
  );
const items = (bench: BarBench): (string | undefined)[] =>
  all(bench, '.item').map(({ dataset }) => dataset['item']);
const find = (bench: BarBench, name: string): HTMLElement =>
  all(bench, `[data-control=${name}]`)[0]!;

/** Opens the menu of a button. Resolves once the menu is positioned. */
async function openMenu(bench: BarBench, name: string): Promise<HTMLElement> {
  find(bench, name).click();
  return eventually(bench.bar, () => all(bench, '.menu.placed')[0]);
}

describe('<ffc-control-bar> where the page names no controls', () => {
  it('has clusters: own devices, tools of the call, and panels beside leave', async () => {
    const bench = await barOf('1200px');
    await eventually(bench.bar, () => namesIn(all(bench, '.cluster')).includes('chat'));
    const clusters = all(bench, '.cluster').map((cluster) => namesIn([cluster]));
    expect(clusters[0]).to.deep.equal(['microphone', 'camera']);
    expect(clusters[1]).to.include.members(['screen', 'layout', 'hand', 'reactions', 'more']);
    expect(clusters[2]).to.deep.equal(['chat', 'participants', 'leave']);
    await expect(bench.bar).to.be.accessible();
  });

  it('keeps rarely used controls in more', async () => {
    const bench = await barOf('1200px');
    await eventually(bench.bar, () => items(bench).includes('settings'));
    expect(items(bench)).to.include.members(['devices', 'captions', 'settings']);
    expect(namesIn(all(bench, '.bar'))).not.to.include.members(['devices']);
  });

  it('centres the tools while there is room for that', async () => {
    const bench = await barOf('1200px');
    const middle = await eventually(bench.bar, () => {
      const box = all(bench, '.middle')[0]?.getBoundingClientRect();
      return box && all(bench, '.cluster').length === 3 && box;
    });
    const { left, right } = bench.bar.getBoundingClientRect();
    expect((middle.left + middle.right) / 2).to.be.closeTo((left + right) / 2, 1);
  });

  for (const [width, height] of [
    ['320px', '568px'],
    ['390px', '844px'],
    ['844px', '390px'],
  ] as const) {
    it(`has all in one row, inside the room, at ${width} by ${height}`, async () => {
      const bench = await barOf(width);
      bench.room.style.height = height;
      await eventually(bench.bar, () => {
        const bar = all(bench, '.bar')[0]!;
        return bar.scrollWidth <= bar.clientWidth && items(bench).includes('settings');
      });
      const room = bench.room.getBoundingClientRect();
      const boxes = all(bench, '.bar [data-control]').map((each) => each.getBoundingClientRect());
      for (const { left, right, bottom, height: high } of boxes) {
        expect(left).to.be.at.least(room.left);
        expect(right).to.be.at.most(room.right);
        expect(bottom).to.be.at.most(room.bottom);
        expect(high).to.be.at.least(44);
      }
      expect(new Set(boxes.map(({ top }) => Math.round(top))).size, 'rows').to.equal(1);
      const offered = [...namesIn(all(bench, '.bar')), ...items(bench)];
      expect(offered).to.include.members(['microphone', 'camera', 'devices', 'leave', 'chat']);
    });
  }
});

describe('<ffc-control-bar> where the page names controls', () => {
  it('has one row of them, in that order', async () => {
    const bench = await barOf('1200px', { controls: 'leave settings camera' });
    await eventually(bench.bar, () => namesIn(all(bench, '.bar')).length === 3);
    expect(namesIn(all(bench, '.bar'))).to.deep.equal(['leave', 'settings', 'camera']);
    expect(all(bench, '.cluster').length).to.equal(0);
  });

  it('has no choices beside the switches where it has a button for all devices', async () => {
    const bench = await barOf('1200px', { controls: 'microphone camera devices leave' });
    expect(all(bench, '.choose').length).to.equal(0);
  });

  it('offers an observer no camera and no screen, in more neither', async () => {
    const bench = await barOf('1200px', { controls: 'more leave', observer: true });
    await eventually(bench.bar, () => items(bench).includes('microphone'));
    expect(items(bench)).not.to.include.members(['camera']);
    expect(items(bench)).not.to.include.members(['screen']);
  });
});

describe('the switches of microphone and camera in a bar', () => {
  it('are groups of two buttons, each with its name', async () => {
    const bench = await barOf('900px');
    const groups = await eventually(bench.bar, () => {
      const found = all(bench, '[role=group]');
      return found.length === 2 && found;
    });
    expect(groups.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Microphone', 'Camera']);
    for (const [index, name] of ['Audio options', 'Video options'].entries()) {
      const [toggle, choice] = groups[index]!.querySelectorAll('button');
      expect(toggle!.hasAttribute('aria-pressed')).to.equal(true);
      expect(choice!.getAttribute('aria-label')).to.equal(name);
      expect(choice!.getAttribute('aria-haspopup')).to.equal('dialog');
    }
  });

  it('are red as a whole while off, as leave is', async () => {
    const bench = await barOf('900px');
    const colour = (element: Element): string => getComputedStyle(element).backgroundColor;
    const group = await eventually(bench.bar, () => all(bench, '.split')[0]);
    expect(colour(group)).to.equal(colour(find(bench, 'leave')));
    find(bench, 'microphone').click();
    await eventually(bench.bar, () => !group.matches('.off'));
    expect(colour(group)).not.to.equal(colour(find(bench, 'leave')));
  });

  it('open the choice of devices by keyboard, and get the focus back', async () => {
    const bench = await barOf('900px');
    const choice = await eventually(bench.bar, () => find(bench, 'camera-choice'));
    choice.focus();
    await sendKeys({ press: 'Enter' });
    const menu = await eventually(bench.bar, () => all(bench, '.menu.placed')[0]);
    await eventually(bench.bar, () => bench.bar.shadowRoot!.activeElement?.matches('[type=radio]'));
    await expect(bench.bar).to.be.accessible();
    const other = bench.services.session.devices.videoinput[1]!;
    const changed = nextEvent(bench.room, 'ffc-device-change');
    menu.querySelector<HTMLInputElement>(`[value="${other.id}"]`)!.click();
    expect((await changed).devices.active.videoinput).to.equal(other.id);
    await eventually(
      bench.bar,
      () => menu.querySelector<HTMLInputElement>(`[value="${other.id}"]`)!.checked,
    );
    await sendKeys({ press: 'Escape' });
    await eventually(bench.bar, () => !menu.matches(':popover-open'));
    expect(bench.bar.shadowRoot!.activeElement === choice).to.equal(true);
  });

  it('keep the focus in the choice when the focused device is unplugged', async () => {
    const bench = await barOf('1200px');
    const menu = await openMenu(bench, 'camera-choice');
    const radios = (): HTMLInputElement[] => [...menu.querySelectorAll('input')];
    radios().at(-1)!.focus();
    const { devices } = bench.services.session;
    bench.services.session.setDevices({ ...devices, videoinput: devices.videoinput.slice(0, 1) });
    await eventually(bench.bar, () => radios().length === 1);
    await bench.bar.updateComplete;
    expect(bench.bar.shadowRoot!.activeElement === radios()[0]).to.equal(true);
  });

  it('offer speakers beside microphones, and stay with the device that works', async () => {
    const bench = await barOf('900px');
    await eventually(bench.bar, () => find(bench, 'microphone-choice'));
    const menu = await openMenu(bench, 'microphone-choice');
    const radios = [...menu.querySelectorAll<HTMLInputElement>('input')];
    expect(new Set(radios.map(({ name }) => name))).to.deep.equal(
      new Set(['audioinput', 'audiooutput']),
    );
    const { session } = bench.services;
    session.failNext('switchDevice', failure({ reason: 'device-in-use', stage: 'device' }));
    const failed = nextEvent(bench.room, 'ffc-error');
    radios[1]!.click();
    await failed;
    await bench.bar.updateComplete;
    expect([radios[0]!.checked, radios[1]!.checked]).to.deep.equal([true, false]);
  });

  it('have no choice beside them in a very narrow room, and devices in more', async () => {
    const bench = await barOf('320px');
    await eventually(bench.bar, () => items(bench).includes('devices'));
    await eventually(bench.bar, () => all(bench, '.choose').length === 0);
  });
});
