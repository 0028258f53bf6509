import { expect } from '@open-wc/testing';
import type { FfcControlBarElement } from '../../src/elements/control-bar/control-bar.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import { joinRoom, type RoomBench } from '../support/room-bench.js';

interface BarBench extends RoomBench {
  readonly bar: FfcControlBarElement;
}

const names = ({ bar }: BarBench): (string | undefined)[] =>
  [...bar.shadowRoot!.querySelectorAll<HTMLElement>('.control')].map(
    ({ dataset }) => dataset['control'],
  );
const items = ({ bar }: BarBench): HTMLElement[] => [
  ...bar.shadowRoot!.querySelectorAll<HTMLElement>('.item'),
];
const item = (bench: BarBench, name: string): HTMLElement =>
  items(bench).find(({ dataset }) => dataset['item'] === name)!;

async function barOf(width: string, controls?: string): Promise<BarBench> {
  const bench = await joinRoom({
    properties: { startMuted: true, startCameraOff: true, ...(controls && { controls }) },
  });
  bench.room.style.width = width;
  const bar = bench.room.shadowRoot!.querySelector('ffc-control-bar')!;
  await eventually(bar, () => bar.shadowRoot!.querySelector('.fitted .control'));
  return { ...bench, bar };
}

describe('<ffc-control-bar> and the controls that do not fit', () => {
  it('has no more button where everything fits', async () => {
    const bench = await barOf('900px', 'microphone camera devices leave');
    expect(names(bench)).to.deep.equal(['microphone', 'camera', 'devices', 'leave']);
  });

  it('moves controls that do not fit into more, in one row that ends with leave', async () => {
    const bench = await barOf('320px');
    await eventually(bench.bar, () => names(bench).includes('more'));
    const shown = await eventually(bench.bar, () => {
      const bar = bench.bar.shadowRoot!.querySelector('.bar')!;
      return bar.scrollWidth <= bar.clientWidth && names(bench);
    });
    expect(shown.slice(0, 2)).to.deep.equal(['microphone', 'camera']);
    expect(shown.slice(-2)).to.deep.equal(['more', 'leave']);
    await eventually(bench.bar, () => items(bench).length > 0);
    await expect(bench.bar).to.be.accessible();
  });

  it('keeps microphone, camera and leave longest', async () => {
    const bench = await barOf('260px');
    const shown = await eventually(bench.bar, () => {
      const bar = bench.bar.shadowRoot!.querySelector('.bar')!;
      // Until the bar knows that it is narrow, choices of devices take the place of buttons.
      const isNarrow = !bar.querySelector('.choose');
      return isNarrow && bar.scrollWidth <= bar.clientWidth && names(bench);
    });
    expect(shown).to.deep.equal(['microphone', 'camera', 'more', 'leave']);
  });

  it('takes them back when the room grows', async () => {
    const all = 'microphone camera screen layout devices leave';
    const bench = await barOf('300px', all);
    await eventually(bench.bar, () => names(bench).includes('more'));
    bench.room.style.width = '900px';
    await eventually(bench.bar, () => !names(bench).includes('more'));
    expect(items(bench)).to.have.length(0);
  });

  it('acts like the button, and closes', async () => {
    const bench = await barOf('900px', 'more leave');
    await eventually(bench.bar, () => item(bench, 'camera'));
    const more = bench.bar.shadowRoot!.querySelector<HTMLElement>('[data-control=more]')!;
    const menu = item(bench, 'camera').closest<HTMLElement>('[popover]')!;
    more.click();
    await eventually(bench.bar, () => menu.matches(':popover-open'));
    const request = nextEvent(bench.room, 'ffc-camera-request');
    item(bench, 'camera').click();
    expect((await request).enabled).to.equal(true);
    expect(menu.matches(':popover-open')).to.equal(false);
    await eventually(
      bench.bar,
      () => item(bench, 'camera').getAttribute('aria-pressed') === 'true',
    );
  });

  it('contains the menu of another button, folded', async () => {
    const bench = await barOf('900px', 'more leave');
    const summary = await eventually(bench.bar, () => item(bench, 'devices'));
    expect(summary.localName).to.equal('summary');
    expect(summary.parentElement!.querySelector('#audioinput')).not.to.equal(null);
  });

  it('loads a folded menu when it is unfolded', async () => {
    const bench = await barOf('900px', 'more leave');
    const summary = await eventually(bench.bar, () => item(bench, 'layout'));
    const more = bench.bar.shadowRoot!.querySelector<HTMLElement>('[data-control=more]')!;
    more.click();
    summary.click();
    const choices = await eventually(bench.bar, () => {
      const found = [...summary.parentElement!.querySelectorAll<HTMLElement>('.unfolded button')];
      return found.length > 1 && found;
    });
    expect(choices[1]!.textContent).to.contain('Grid');
    choices[1]!.click();
    await eventually(bench.bar, () => choices[1]!.getAttribute('aria-pressed') === 'true');
  });
});
