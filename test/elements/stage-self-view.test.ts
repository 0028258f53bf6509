import { expect } from '@open-wc/testing';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import { press } from '../support/chat-bench.js';
import { eventually } from '../support/element-suite.js';
import { addStyle } from '../support/page-contexts.js';
import { createStage, tilesOf } from '../support/stage.js';

/** A call of two, in which the self view floats over the tile of the other participant. */
async function createSelfView(dir: 'ltr' | 'rtl' = 'ltr'): Promise<{
  stage: FfcStageElement;
  tile: HTMLElement;
  corner: () => string;
  button: (label: string) => HTMLElement;
}> {
  const { stage } = await createStage({ crowd: 1, dir });
  const tile = await eventually(stage, () =>
    stage.renderRoot.querySelector<HTMLElement>('.floating'),
  );
  const button = (label: string): HTMLElement => tile.querySelector(`[aria-label="${label}"]`)!;
  await eventually(stage, () => button('Minimize your picture'));
  const corner = (): string => {
    const x = parseFloat(tile.style.insetInlineStart);
    const y = parseFloat(tile.style.insetBlockStart);
    return `${y < 360 ? 'top' : 'bottom'}-${x < 640 ? 'start' : 'end'}`;
  };
  return { stage, tile, corner, button };
}

const pointer = (tile: HTMLElement, type: string, x: number, y: number): void => {
  const init = { bubbles: true, composed: true, pointerId: 1, clientX: x, clientY: y, button: 0 };
  tile.dispatchEvent(new PointerEvent(type, init));
};

describe('the own picture in a call of two', () => {
  it('moves between the corners by arrow keys, as the eye sees them', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const { stage, tile, corner } = await createSelfView(dir);
      tile.focus();
      const [left, right] = dir === 'ltr' ? ['start', 'end'] : ['end', 'start'];
      for (const [key, expected] of [
        ['ArrowUp', 'top-end'],
        ['ArrowLeft', `top-${left}`],
        ['ArrowDown', `bottom-${left}`],
        ['ArrowRight', `bottom-${right}`],
      ] as const) {
        press(tile, { key });
        await stage.updateComplete;
        expect(corner(), `${dir} ${key}`).to.equal(expected);
      }
    }
  });

  it('is dragged to the corner that is nearest', async () => {
    const { stage, tile, corner } = await createSelfView();
    tile.setPointerCapture = () => {};
    const { left, top } = tile.getBoundingClientRect();
    const { left: stageLeft, top: stageTop } = stage.getBoundingClientRect();
    pointer(tile, 'pointerdown', left + 10, top + 10);
    pointer(tile, 'pointermove', stageLeft + 60, stageTop + 80);
    expect(tile.style.translate).to.contain('px');
    pointer(tile, 'pointerup', stageLeft + 60, stageTop + 80);
    await stage.updateComplete;
    expect(corner()).to.equal('top-start');
    expect(tile.style.translate).to.equal('');
  });

  it('follows the pointer also with a CSS zoom of the page', async () => {
    addStyle('html { zoom: 1.5 }');
    const { tile } = await createSelfView();
    tile.setPointerCapture = () => {};
    for (const animation of tile.getAnimations()) animation.finish();
    const { left, top } = tile.getBoundingClientRect();
    pointer(tile, 'pointerdown', left + 10, top + 10);
    pointer(tile, 'pointermove', left - 90, top - 50);
    const moved = tile.getBoundingClientRect();
    expect(moved.left - left).to.be.closeTo(-100, 1);
    expect(moved.top - top).to.be.closeTo(-60, 1);
    pointer(tile, 'pointerup', left - 90, top - 50);
  });

  it('goes round the corners by a button, for who cannot drag', async () => {
    const { stage, corner, button } = await createSelfView();
    const seen: string[] = [];
    for (let n = 0; n < 4; n++) {
      button('Move your picture to the next corner').click();
      await stage.updateComplete;
      seen.push(corner());
    }
    expect(seen).to.deep.equal(['bottom-start', 'top-start', 'top-end', 'bottom-end']);
    await expect(stage).to.be.accessible();
  });

  it('is made small and large again, by its button and by Enter', async () => {
    const { stage, tile, button } = await createSelfView();
    button('Minimize your picture').click();
    await stage.updateComplete;
    expect(tile.style.inlineSize).to.equal('48px');
    button('Show your picture').click();
    await stage.updateComplete;
    expect(parseFloat(tile.style.inlineSize)).to.be.above(100);
    press(tile, { key: 'Enter' });
    await stage.updateComplete;
    expect(tile.style.inlineSize).to.equal('48px');
    press(tile, { key: 'Enter' });
    await stage.updateComplete;
    expect(parseFloat(tile.style.inlineSize)).to.be.above(100);
    expect(tilesOf(stage).length).to.equal(2);
  });
});
