import { expect } from '@open-wc/testing';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { eventually } from '../support/element-suite.js';
import { withReducedMotion } from '../support/reduced-motion.js';
import { joinRoom } from '../support/room-bench.js';

type Rgb = readonly [number, number, number];

const find = (room: FfcRoomElement, selector: string): HTMLElement =>
  room.shadowRoot!.querySelector<HTMLElement>(selector)!;

/** Reads the red, green and blue of a CSS colour from a canvas. */
function rgb(color: string): Rgb {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!];
}

/** The contrast ratio of two colours, as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const background = (element: Element): string => getComputedStyle(element).backgroundColor;
const resolved = (element: Element, property: string): string =>
  getComputedStyle(element).getPropertyValue(property);

async function call(theme: 'light' | 'dark', callTheme?: 'dark' | 'inherit') {
  const { room } = await joinRoom({ properties: { theme, ...(callTheme && { callTheme }) } });
  const stage = await eventually(room, () => find(room, 'ffc-stage'));
  return { room, surface: find(room, '.call'), stage };
}

describe('<ffc-room> call-theme', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`has a dark call in a ${theme} room`, async () => {
      const { room, surface, stage } = await call(theme);
      expect(background(surface)).to.equal('rgb(17, 20, 24)');
      expect(resolved(stage, 'color-scheme')).to.equal('dark');
      expect(resolved(room, 'color-scheme')).to.equal(theme);
    });
  }

  it('has text, icons and the focus ring in clear contrast', async () => {
    const { surface } = await call('light');
    const probe = document.createElement('i');
    surface.append(probe);
    const colorOf = (value: string): string => {
      probe.style.color = value;
      return getComputedStyle(probe).color;
    };
    for (const under of ['--_surface', '--_surface-raised', '--_tile']) {
      const behind = colorOf(`var(${under})`);
      expect(contrast(colorOf('var(--_on-surface)'), behind), under).to.be.at.least(7);
      expect(contrast(colorOf('var(--_muted)'), behind), under).to.be.at.least(4.5);
      expect(contrast(colorOf('var(--_accent)'), behind), under).to.be.at.least(3);
      expect(contrast(colorOf('var(--_speaking)'), behind), under).to.be.at.least(3);
    }
    probe.remove();
  });

  it('takes its colours from the --ffc-call properties of the page', async () => {
    const { room, surface, stage } = await call('light');
    room.style.setProperty('--ffc-call-surface', 'rgb(1 2 3)');
    expect(background(surface)).to.equal('rgb(1, 2, 3)');
    expect(resolved(stage, '--ffc-color-surface').trim()).to.equal('rgb(1 2 3)');
  });

  it('looks like the room with inherit', async () => {
    const { room, surface, stage } = await call('light', 'inherit');
    expect(room.getAttribute('call-theme')).to.equal('inherit');
    expect(resolved(stage, 'color-scheme')).to.equal('light');
    expect(background(surface)).to.equal('rgba(0, 0, 0, 0)');
  });

  // A transition on every element would pass an inherited value on one level per frame.
  it('changes everything at once for those who want less motion', () =>
    withReducedMotion(async () => {
      const { room, stage } = await call('light');
      const style = getComputedStyle(stage);
      expect(style.visibility).to.equal('visible');
      room.style.visibility = 'hidden';
      expect(style.visibility).to.equal('hidden');
      room.style.visibility = '';
      expect(style.visibility).to.equal('visible');
      room.style.setProperty('--ffc-call-on-surface', 'rgb(1 2 3)');
      expect(style.color).to.equal('rgb(1, 2, 3)');
      expect(room.getAnimations({ subtree: true })).to.deep.equal([]);
    }));

  it('is dark without an attribute of its own, and for a value that it does not know', () => {
    const room = document.createElement('ffc-room');
    expect(room.callTheme).to.equal('dark');
    expect(room.hasAttribute('call-theme')).to.equal(false);
    room.setAttribute('call-theme', 'pink');
    expect(room.callTheme).to.equal('dark');
  });
});
