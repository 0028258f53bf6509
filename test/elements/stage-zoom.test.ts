import { expect } from '@open-wc/testing';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import type { FfcParticipantTileElement } from '../../src/elements/participant-tile/participant-tile.js';
import { press } from '../support/chat-bench.js';
import { eventually } from '../support/element-suite.js';
import { addStyle } from '../support/page-contexts.js';
import { createStage, hasPicture, tilesOf, videoOf } from '../support/stage.js';

interface ScreenBench {
  readonly stage: FfcStageElement;
  readonly tile: FfcParticipantTileElement;
  readonly video: HTMLVideoElement;
  readonly scale: () => number;
  readonly button: (label: string) => HTMLElement | null;
}

/** A call in which another participant shares a screen. */
async function createScreen(): Promise<ScreenBench> {
  const { room, stage } = await createStage({ crowd: 1 });
  room.session.publish('guest1', 'screen_share');
  await eventually(stage, () => tilesOf(stage).some(({ source }) => source === 'screen_share'));
  const tile = tilesOf(stage).find(({ source }) => source === 'screen_share')!;
  await eventually(tile, () => hasPicture(tile));
  const button = (label: string): HTMLElement | null =>
    tile.querySelector(`[aria-label$="${label}" i]`);
  await eventually(stage, () => button('Zoom in'));
  // A tile that still fades in would fail the test of contrast.
  await Promise.allSettled(tile.getAnimations().map(({ finished }) => finished));
  const video = videoOf(tile)!;
  return { stage, tile, video, button, scale: () => Number(video.style.scale || 1) };
}

describe('a screen that somebody shares', () => {
  it('is zoomed and reset by buttons, which show the zoom', async () => {
    const { stage, scale, button } = await createScreen();
    button('Zoom in')!.click();
    button('Zoom in')!.click();
    await stage.updateComplete;
    expect(scale()).to.equal(1.5625);
    expect(button('Reset zoom')!.textContent.trim()).to.equal('156%');
    await expect(stage).to.be.accessible();
    button('Zoom out')!.click();
    expect(scale()).to.equal(1.25);
    button('Reset zoom')!.click();
    await stage.updateComplete;
    expect(scale()).to.equal(1);
    expect(button('Reset zoom') === null).to.equal(true);
  });

  it('opens its menu with Enter, even beside its zoom buttons', async () => {
    const { stage, tile, scale } = await createScreen();
    tile.focus();
    press(tile, { key: '+' });
    press(tile, { key: 'Enter' });
    await eventually(stage, () => stage.renderRoot.querySelector('.menu.placed'));
    expect(stage.renderRoot.querySelector('.menu')!.textContent).to.include('Full screen');
    expect(scale()).to.equal(1.25);
  });

  it('follows the pointer and keeps the point under it, also with a CSS zoom of the page', async () => {
    addStyle('html { zoom: 1.5 }');
    const { tile, video } = await createScreen();
    const { left, top, width, height } = video.getBoundingClientRect();
    const [clientX, clientY] = [left + width / 4, top + height / 4];
    const init = { bubbles: true, composed: true, pointerId: 1, button: 0 };
    tile.dispatchEvent(new MouseEvent('dblclick', { ...init, clientX, clientY }));
    // Twice as large around a point at a quarter: that point of the picture stays where it is.
    const zoomed = video.getBoundingClientRect();
    expect(zoomed.left).to.be.closeTo(left - width / 4, 2);
    expect(zoomed.top).to.be.closeTo(top - height / 4, 2);
    tile.dispatchEvent(new PointerEvent('pointerdown', { ...init, clientX, clientY }));
    tile.dispatchEvent(
      new PointerEvent('pointermove', { ...init, clientX: clientX + 30, clientY }),
    );
    tile.dispatchEvent(new PointerEvent('pointerup', { ...init, clientX: clientX + 30, clientY }));
    expect(video.getBoundingClientRect().left - zoomed.left).to.be.closeTo(30, 1);
  });

  it('is zoomed by keys, and moved by the arrow keys as far as its edge', async () => {
    const { stage, tile, video, scale } = await createScreen();
    tile.focus();
    press(tile, { key: '+' });
    expect(scale()).to.equal(1.25);
    for (let n = 0; n < 40; n++) press(tile, { key: 'ArrowLeft' });
    expect(stage.shadowRoot!.activeElement === tile).to.equal(true);
    expect(parseFloat(video.style.translate)).to.be.closeTo(tile.clientWidth / 8, 1);
    press(tile, { key: '0' });
    expect(scale()).to.equal(1);
    expect(video.style.translate).to.equal('');
  });

  it('is zoomed at the pointer by the wheel with Ctrl, and moved by the wheel alone', async () => {
    const { tile, video, scale } = await createScreen();
    const wheel = (init: WheelEventInit): boolean =>
      tile.dispatchEvent(
        new WheelEvent('wheel', { bubbles: true, composed: true, cancelable: true, ...init }),
      );
    expect(wheel({ deltaY: 50 }), 'the page scrolls').to.equal(true);
    const { left, top } = tile.getBoundingClientRect();
    expect(wheel({ deltaY: -200, ctrlKey: true, clientX: left, clientY: top })).to.equal(false);
    expect(scale()).to.be.closeTo(Math.E, 0.01);
    const before = parseFloat(video.style.translate);
    expect(before).to.be.above(0);
    expect(wheel({ deltaX: 30 })).to.equal(false);
    expect(parseFloat(video.style.translate)).to.be.closeTo(before - 30, 1);
  });

  it('is zoomed by two fingers, and moved by one', async () => {
    const { tile, video, scale } = await createScreen();
    const point = (type: string, pointerId: number, clientX: number, clientY: number): void => {
      const init = { bubbles: true, composed: true, pointerId, clientX, clientY, button: 0 };
      tile.dispatchEvent(new PointerEvent(type, init));
    };
    const { left, top, width, height } = tile.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    point('pointerdown', 1, x, y);
    point('pointerdown', 2, x + 100, y);
    point('pointermove', 2, x + 200, y);
    expect(scale()).to.equal(2);
    point('pointerup', 2, x + 200, y);
    point('pointermove', 1, x + 20, y);
    expect(parseFloat(video.style.translate)).to.be.closeTo(20, 1);
    point('pointerup', 1, x + 20, y);
    point('pointermove', 1, x + 90, y);
    expect(parseFloat(video.style.translate)).to.be.closeTo(20, 1);
  });
});
