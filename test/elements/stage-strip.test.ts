import { expect } from '@open-wc/testing';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import { eventually } from '../support/element-suite.js';
import { createStage, type StageOptions, tilesOf } from '../support/stage.js';

const switchOf = (stage: FfcStageElement): HTMLButtonElement | null =>
  stage.renderRoot.querySelector('.strip-switch');
const sourcesOf = (stage: FfcStageElement): string[] => tilesOf(stage).map(({ source }) => source);

/** A stage that shows a screen in its main place, once the button is there. */
async function showScreen(options: StageOptions = {}) {
  const bench = await createStage({ crowd: 3, ...options });
  const { room, stage } = bench;
  room.session.publish('guest1', 'screen_share');
  room.view.setLayout('focused');
  await eventually(stage, () => switchOf(stage));
  return bench;
}

describe('the strip beside a share', () => {
  it('is hidden by a button, so that the share fills the stage, and comes back', async () => {
    const { stage } = await showScreen();
    const button = switchOf(stage)!;
    expect(button).to.have.attribute('aria-label', 'Hide people');
    expect(button).to.have.attribute('aria-pressed', 'false');
    button.focus();
    button.click();
    await eventually(stage, () => String(sourcesOf(stage)) === 'screen_share');
    const [screen] = tilesOf(stage);
    expect(screen!.offsetWidth).to.be.greaterThan(stage.offsetWidth * 0.9);
    expect(button).to.have.attribute('aria-pressed', 'true');
    expect(stage.shadowRoot!.activeElement === button).to.equal(true);
    // The name of a screen fades after three seconds. The contrast of a half faded one says nothing.
    for (const animation of screen!.shadowRoot!.getAnimations()) animation.cancel();
    await expect(stage).to.be.accessible();
    button.click();
    await eventually(stage, () => tilesOf(stage).length === 5);
  });

  it('has the button in the corner of the share, wherever the strip is', async () => {
    const { stage } = await showScreen({ view: { stripPosition: 'left', stripType: 'scroll' } });
    // Not the rectangles: a tile may still glide to its place.
    const cornerOf = (element: HTMLElement | null | undefined): readonly number[] => {
      const { insetInlineStart = '', insetBlockStart = '' } = element?.style ?? {};
      return [parseFloat(insetInlineStart), parseFloat(insetBlockStart)];
    };
    await eventually(stage, () => {
      const screen = tilesOf(stage).find(({ source }) => source === 'screen_share');
      const [x = 0, y = 0] = cornerOf(screen);
      const [left = 0, top = 0] = cornerOf(switchOf(stage));
      return x > 100 && left === x + 8 && top === y + 8;
    });
  });

  it('is there again with the next share', async () => {
    const { room, stage } = await showScreen();
    switchOf(stage)!.click();
    await eventually(stage, () => tilesOf(stage).length === 1);
    room.session.unpublish('guest1', 'screen_share');
    await eventually(stage, () => tilesOf(stage).length === 4);
    expect(switchOf(stage) === null).to.equal(true);
    room.session.publish('guest2', 'screen_share');
    await eventually(stage, () => tilesOf(stage).length === 5);
  });

  it('can be hidden beside a pinned picture, too, but not in a grid', async () => {
    const { room, stage } = await showScreen();
    room.view.setLayout('grid');
    await eventually(stage, () => switchOf(stage) === null);
    room.view.pin('guest2');
    await eventually(stage, () => switchOf(stage));
    switchOf(stage)!.click();
    await eventually(stage, () => String(sourcesOf(stage)) === 'camera');
  });

  it('has the button also where its code loads after the layout', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    room.view.setLayout('focused');
    await stage.updateComplete;
    room.session.publish('guest1', 'screen_share');
    await eventually(stage, () => sourcesOf(stage).includes('screen_share'));
    await eventually(stage, () => switchOf(stage));
  });

  it('names the button in the language of the page', async () => {
    const { room, stage } = await showScreen();
    room.host.lang = 'ko';
    await eventually(stage, () => switchOf(stage)?.getAttribute('aria-label') === '참여자 숨기기');
  });
});
