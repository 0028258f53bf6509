import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { addStyle } from '../support/page-contexts.js';
import { joinRoom } from '../support/room-bench.js';

/** A fake `visualViewport`, as a phone reports it: the visible part of the page. */
class SeenPart extends EventTarget {
  scale = 1;
  offsetTop = 0;
  height = innerHeight;

  become(height: number, scale = 1): void {
    Object.assign(this, { height, scale });
    this.dispatchEvent(new Event('resize'));
  }
}

describe('a panel under an on-screen keyboard', () => {
  let seen: SeenPart;
  beforeEach(() => {
    seen = new SeenPart();
    Object.defineProperty(window, 'visualViewport', { configurable: true, value: seen });
  });
  afterEach(() => {
    Reflect.deleteProperty(window, 'visualViewport');
  });

  async function openChat(zoom = 1) {
    const { room } = await joinRoom({});
    Object.assign(room.style, {
      position: 'fixed',
      inset: '0 auto auto 0',
      inlineSize: `${320 / zoom}px`,
      blockSize: `${innerHeight / zoom}px`,
    });
    await room.openPanel('chat');
    const chat = await eventually(room, () => room.shadowRoot!.querySelector('ffc-chat'));
    const field = await eventually(chat, () => chat.shadowRoot!.querySelector('textarea'));
    const panel = room.shadowRoot!.querySelector<HTMLElement>('.panel')!;
    // The code that follows the keyboard loads after the join, together with the clock.
    await eventually(room, () => room.shadowRoot!.querySelector('[part=clock]'));
    field.focus();
    return { room, panel, field };
  }

  /** Resolves when an element ends above this height. The panel first slides in from the side. */
  const isAbove = async (element: Element, height: number): Promise<void> => {
    while (element.getBoundingClientRect().bottom > height) {
      seen.dispatchEvent(new Event('resize'));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };

  it('keeps its text field above the keyboard, and grows when the keyboard closes', async () => {
    const { panel, field } = await openChat();
    const before = panel.getBoundingClientRect().height;
    seen.become(Math.floor(innerHeight / 2));
    await isAbove(field, innerHeight / 2);
    expect(panel.getBoundingClientRect().top).to.be.below(innerHeight / 2);
    seen.become(innerHeight);
    expect(panel.getBoundingClientRect().height).to.be.closeTo(before, 1);
  });

  it('ends at the keyboard also with a CSS zoom of the page', async () => {
    addStyle('html { zoom: 1.25 }');
    const { panel, field } = await openChat(1.25);
    const half = Math.floor(innerHeight / 2);
    seen.become(half);
    await isAbove(field, half);
    expect(panel.getBoundingClientRect().bottom).to.be.closeTo(half, 2);
    seen.dispatchEvent(new Event('resize'));
    expect(panel.getBoundingClientRect().bottom).to.be.closeTo(half, 2);
  });

  it('keeps some of itself, however high the keyboard is', async () => {
    const { panel } = await openChat();
    seen.become(Math.floor(innerHeight / 2));
    await isAbove(panel, innerHeight / 2);
    seen.become(10);
    expect(panel.getBoundingClientRect().height).to.be.at.least(119);
  });

  it('does not change when a person zooms with two fingers', async () => {
    const { panel } = await openChat();
    seen.become(Math.floor(innerHeight / 2));
    await isAbove(panel, innerHeight / 2);
    seen.become(Math.floor(innerHeight / 2), 2);
    expect(panel.style.marginBlockEnd).to.equal('');
  });
});
