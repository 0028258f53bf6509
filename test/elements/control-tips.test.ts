import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { FfcControlBarElement } from '../../src/elements/control-bar/control-bar.js';
import { eventually } from '../support/element-suite.js';
import { joinRoom, type RoomBench, type RoomBenchOptions } from '../support/room-bench.js';

interface BarBench extends RoomBench {
  readonly bar: FfcControlBarElement;
}

/** A control bar whose buttons have their keyboard shortcuts. */
async function openBar(properties: RoomBenchOptions['properties'] = {}): Promise<BarBench> {
  const bench = await joinRoom({
    properties: { startMuted: true, startCameraOff: true, ...properties },
  });
  const bar = bench.room.shadowRoot!.querySelector('ffc-control-bar')!;
  await eventually(bar, () => bar.shadowRoot!.querySelector('.fitted [aria-keyshortcuts]'));
  return { ...bench, bar };
}

const button = ({ bar }: BarBench, name: string): HTMLElement =>
  bar.shadowRoot!.querySelector<HTMLElement>(`[data-control=${name}]`)!;
const tip = ({ bar }: BarBench): HTMLElement | null =>
  bar.shadowRoot!.querySelector<HTMLElement>('.tip:popover-open');
const textOf = (element: HTMLElement): string =>
  [...element.querySelectorAll('div, small')].map(({ textContent }) => textContent).join(' / ');

/** Moves the pointer to the middle of an element. */
async function pointAt(element: Element): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({ type: 'move', position });
}

describe('the tooltips of a bar', () => {
  afterEach(async () => {
    // Firefox leaves the pointer where it was, over the bar of the next test.
    await sendMouse({ type: 'move', position: [1, 1] });
    await resetMouse();
  });

  it('show the name, the key and the effect of a click at the pointer', async () => {
    const bench = await openBar();
    const microphone = button(bench, 'microphone');
    const before = bench.bar.getBoundingClientRect();
    await pointAt(microphone);
    const shown = await eventually(bench.bar, () => tip(bench));
    expect(textOf(shown)).to.equal('MicrophoneM / Unmute');
    const box = shown.getBoundingClientRect();
    const under = microphone.getBoundingClientRect();
    expect(box.bottom <= under.top || box.top >= under.bottom, 'beside the button').to.equal(true);
    expect(box.left).to.be.at.least(0);
    expect(box.right).to.be.at.most(innerWidth);
    expect(getComputedStyle(shown).pointerEvents).to.equal('none');
    const after = bench.bar.getBoundingClientRect();
    expect([after.top, after.height]).to.deep.equal([before.top, before.height]);
    expect(microphone.hasAttribute('title'), 'none of the browser’s').to.equal(false);
    await expect(bench.bar).to.be.accessible();
  });

  it('close when the pointer leaves', async () => {
    const bench = await openBar();
    await pointAt(button(bench, 'leave'));
    await eventually(bench.bar, () => tip(bench));
    await sendMouse({ type: 'move', position: [2, 2] });
    await eventually(bench.bar, () => !tip(bench));
  });

  it('open at a button with keyboard focus, and close with Escape', async () => {
    const bench = await openBar();
    button(bench, 'camera').focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Home' });
    const shown = await eventually(bench.bar, () => tip(bench));
    expect(textOf(shown)).to.contain('Microphone');
    await sendKeys({ press: 'Escape' });
    await eventually(bench.bar, () => !tip(bench));
    expect(bench.bar.shadowRoot!.activeElement === button(bench, 'microphone')).to.equal(true);
  });

  it('follow the state of their button', async () => {
    const bench = await openBar();
    button(bench, 'camera').focus();
    await sendKeys({ press: 'Home' });
    const shown = await eventually(bench.bar, () => tip(bench));
    button(bench, 'microphone').click();
    await eventually(bench.bar, () => textOf(shown).includes('/ Mute'));
  });

  it('do not show by touch', async () => {
    const bench = await openBar();
    const touch = { bubbles: true, composed: true, pointerType: 'touch' };
    button(bench, 'microphone').dispatchEvent(new PointerEvent('pointerover', touch));
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(tip(bench)?.textContent ?? ''));
    observer.observe(bench.bar.shadowRoot!, { childList: true });
    await pointAt(button(bench, 'leave'));
    const shown = await eventually(bench.bar, () => tip(bench));
    observer.disconnect();
    expect(shown.textContent).to.contain('Leave');
    expect(seen.some((text) => text.includes('Microphone'))).to.equal(false);
  });

  it('do not show over the menu that their button has opened', async () => {
    const bench = await openBar();
    const root = bench.bar.shadowRoot!;
    const more = button(bench, 'more');
    more.click();
    await eventually(bench.bar, () => root.querySelector('.menu.placed'));
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(tip(bench)?.textContent ?? ''));
    observer.observe(root, { childList: true });
    const leaving = (): boolean => !!tip(bench)?.textContent.includes('Leave');
    await pointAt(button(bench, 'leave'));
    await eventually(bench.bar, leaving);
    // While a tooltip is open, the next one opens without a delay and closes with the pointer.
    await pointAt(more);
    await pointAt(button(bench, 'leave'));
    await eventually(bench.bar, leaving);
    observer.disconnect();
    expect(seen.filter((text) => text && !text.includes('Leave'))).to.deep.equal([]);
  });

  it('end with their element, and leave nothing behind', async () => {
    const bench = await openBar();
    await pointAt(button(bench, 'microphone'));
    await eventually(bench.bar, () => tip(bench));
    bench.room.remove();
    expect(bench.bar.shadowRoot!.querySelector('.tip') === null).to.equal(true);
  });

  it('name the button of an element alone too', async () => {
    const { room } = await openBar();
    const element = document.createElement('ffc-leave-button');
    room.before(element);
    element.forElement = room;
    const control = await eventually(element, () => element.shadowRoot!.querySelector('button'));
    await pointAt(control);
    const shown = await eventually(element, () =>
      element.shadowRoot!.querySelector<HTMLElement>('.tip:popover-open'),
    );
    expect(shown.textContent).to.contain('Leave');
    element.remove();
  });
});

describe('the keys of a bar’s buttons', () => {
  it('are shown before any button has the focus, and not without shortcuts', async () => {
    const bench = await openBar();
    const keys = (): (string | null)[] =>
      ['microphone', 'camera'].map((name) => button(bench, name).getAttribute('aria-keyshortcuts'));
    expect(keys()).to.deep.equal(['M', 'V']);
    bench.room.noHotkeys = true;
    await eventually(bench.bar, () => keys().every((key) => key === null));
    bench.room.noHotkeys = false;
    await eventually(bench.bar, () => keys().every((key) => key !== null));
  });

  it('are not shown outside of the room, where they do not act', async () => {
    const bench = await openBar({ id: 'keys' });
    const outside = document.createElement('ffc-microphone-button');
    outside.htmlFor = 'keys';
    document.body.append(outside);
    const control = await eventually(outside, () => outside.shadowRoot!.querySelector('button'));
    await eventually(outside, () => control.getAttribute('aria-disabled') === 'false');
    expect(control.hasAttribute('aria-keyshortcuts')).to.equal(false);
    expect(button(bench, 'microphone').hasAttribute('aria-keyshortcuts')).to.equal(true);
    outside.remove();
  });
});
