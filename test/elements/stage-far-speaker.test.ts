import { expect } from '@open-wc/testing';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import { eventually } from '../support/element-suite.js';
import { createStage, part, type StageOptions, tilesOf } from '../support/stage.js';

const pill = (stage: FfcStageElement): HTMLElement | null => part(stage, 'button elsewhere');

/** A stage whose tiles scroll, once it names far speakers. */
async function createScroll(options: StageOptions = {}): ReturnType<typeof createStage> {
  const bench = await createStage({ crowd: 12, width: 600, height: 300, ...options });
  bench.room.view.setLayout('scroll');
  await eventually(bench.stage, () => bench.stage.renderRoot.querySelector('.scrolling'));
  await import('../../src/elements/stage/stage-comforts.js');
  // The tools of tiles make the tiles focusable.
  await eventually(bench.stage, () => bench.stage.renderRoot.querySelector('.tile-tool'));
  return bench;
}

/** Whether the middle of a tile is in sight, wherever the tile glides at the moment. */
function isInSight(stage: FfcStageElement, identity: string): boolean {
  const { scrollLeft, clientWidth } = stage.renderRoot.querySelector('.scrolling')!;
  const { style } = tilesOf(stage).find((each) => each.identity === identity)!;
  const middle = parseFloat(style.insetInlineStart) + parseFloat(style.inlineSize) / 2;
  return Math.abs(middle - Math.abs(scrollLeft) - clientWidth / 2) < clientWidth / 2;
}

describe('a speaker whose tile is scrolled out of sight', () => {
  for (const dir of ['ltr', 'rtl'] as const) {
    it(`is named over the stage, and a click scrolls to the tile, in ${dir}`, async () => {
      const { room, stage } = await createScroll({ dir });
      expect(isInSight(stage, 'guest9')).to.equal(false);
      room.session.setSpeaking({ guest9: 0.5 });
      const button = await eventually(stage, () => pill(stage));
      const name = room.store.participant('guest9').getSnapshot()!.name;
      expect(button.textContent.trim()).to.equal(`${name} is speaking`);
      await expect(stage).to.be.accessible();
      button.click();
      await eventually(stage, () => !pill(stage));
      expect(isInSight(stage, 'guest9')).to.equal(true);
    });
  }

  it('is named when the person scrolls away, and no longer after the last word', async () => {
    const { room, stage } = await createScroll();
    room.session.setSpeaking({ guest1: 0.5 });
    await stage.updateComplete;
    expect(pill(stage) === null).to.equal(true);
    stage.renderRoot.querySelector('.scrolling')!.scrollLeft = 10_000;
    await eventually(stage, () => pill(stage));
    room.session.setSpeaking({});
    await eventually(stage, () => !pill(stage));
  });

  it('is named beside a share whose strip scrolls, but not from the main place', async () => {
    const { room, stage } = await createScroll({
      view: { stripPosition: 'bottom', stripType: 'scroll' },
    });
    room.view.setLayout('focused');
    room.session.publish('guest2', 'screen_share');
    await eventually(stage, () => tilesOf(stage)[0]?.source === 'screen_share');
    room.session.setSpeaking({ guest9: 0.5 });
    await eventually(stage, () => pill(stage));
    room.session.unpublish('guest2', 'screen_share');
    // Without the share, the speaker has the main place.
    await eventually(stage, () => !pill(stage));
  });

  it('is not named twice where the stage has pages', async () => {
    const { room, stage } = await createStage({ crowd: 8, view: { maxTiles: 4 } });
    await import('../../src/elements/stage/stage-comforts.js');
    room.session.setSpeaking({ guest7: 0.5 });
    await eventually(stage, () => part(stage, 'elsewhere'));
    expect(pill(stage) === null).to.equal(true);
  });

  it('is named in Korean', async () => {
    const { room, stage } = await createScroll();
    room.host.lang = 'ko';
    room.session.setSpeaking({ guest9: 0.5 });
    await eventually(stage, () => pill(stage)?.textContent.includes('님이 말하고 있습니다'));
  });
});
