import { expect } from '@open-wc/testing';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import type { TestRoom } from '../support/test-room.js';
import {
  countOf,
  createStage,
  identitiesOf,
  type StageOptions,
  pagerButtons,
  tilesOf,
} from '../support/stage.js';

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** The final place of a tile, from the start edge of the stage. The tile may still glide there. */
function placeOf(stage: FfcStageElement, identity: string, source = 'camera'): Rect {
  const tile = tilesOf(stage).find((each) => each.identity === identity && each.source === source);
  if (!tile) throw new Error(`No tile of ${identity}.`);
  const { insetInlineStart, insetBlockStart, inlineSize, blockSize } = tile.style;
  const [left, top, width, height] = [insetInlineStart, insetBlockStart, inlineSize, blockSize].map(
    parseFloat,
  ) as [number, number, number, number];
  return { left, top, width, height, right: left + width, bottom: top + height };
}

async function stageWith(
  layout: string,
  options: StageOptions,
): Promise<{ room: TestRoom; stage: FfcStageElement }> {
  const made = await createStage(options);
  made.room.view.setLayout(layout);
  await made.stage.updateComplete;
  return made;
}

const viewOf = ({ view }: TestRoom): { layout: string; mode: string } => {
  const { layout, mode } = view.state.getSnapshot();
  return { layout, mode };
};

describe('grid', () => {
  for (const [people, width, height] of [
    [3, 1280, 720],
    [5, 390, 760],
    [7, 1440, 700],
    [12, 768, 900],
  ] as const) {
    it(`covers most of ${width}×${height} with ${people}, in shapes between 3:4 and 16:9`, async () => {
      const { stage } = await createStage({ crowd: people - 1, width, height });
      const places = identitiesOf(stage).map((identity) => placeOf(stage, identity!));
      const covered = places.reduce((sum, place) => sum + place.width * place.height, 0);
      expect(covered / (width * height)).to.be.greaterThan(0.7);
      for (const place of places) {
        expect(place.width / place.height).to.be.within(3 / 4 - 0.02, 16 / 9 + 0.03);
      }
    });
  }

  it('puts the local participant last, and centres the last row', async () => {
    const { stage } = await createStage({ crowd: 4, width: 1280, height: 720 });
    expect(identitiesOf(stage).at(-1)).to.equal('me');
    const [left, right] = [placeOf(stage, 'guest4'), placeOf(stage, 'me')];
    expect(Math.abs(left.left - (1280 - right.right))).to.be.at.most(1);
  });

  it('shows one other person on the whole stage, with the self view in a corner', async () => {
    const { stage } = await createStage({ crowd: 1, width: 1280, height: 720 });
    expect(placeOf(stage, 'guest1')).to.include({ left: 0, top: 0, width: 1280, height: 720 });
    const self = placeOf(stage, 'me');
    expect(self).to.include({ width: 208, height: 117 });
    expect(1280 - self.right).to.equal(720 - self.bottom);
    expect(tilesOf(stage).at(-1), 'on top').to.have.class('floating');
  });

  it('shows two people side by side where the style sheet says a shape', async () => {
    const { stage } = await createStage({ crowd: 0, width: 1280, height: 720 });
    expect(tilesOf(stage)).to.have.lengthOf(1);
    const other = await createStage({ crowd: 1, width: 1280, height: 720 });
    other.stage.style.setProperty('--ffc-tile-aspect-ratio', '4 / 3');
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (placeOf(other.stage, 'me').width < 400) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(other.stage.shadowRoot!, { subtree: true, attributes: true });
    });
    expect(placeOf(other.stage, 'me').width).to.equal(placeOf(other.stage, 'guest1').width);
  });
});

describe('fixed-grid', () => {
  it('begins each row where the first one does', async () => {
    const { stage } = await stageWith('fixed-grid', { crowd: 4, width: 1280, height: 720 });
    expect(placeOf(stage, 'guest4').left).to.equal(placeOf(stage, 'guest1').left);
  });

  it('has pages', async () => {
    const { stage } = await stageWith('fixed-grid', { crowd: 8, view: { maxTiles: 4 } });
    expect(countOf(stage)).to.equal('1 / 3');
  });
});

describe('scroll', () => {
  for (const [what, width, height] of [
    ['a row', 1000, 400],
    ['a column', 400, 700],
  ] as const) {
    it(`is ${what} that scrolls in ${width}×${height}`, async () => {
      const { stage } = await stageWith('scroll', { crowd: 8, width, height });
      expect(tilesOf(stage)).to.have.lengthOf(9);
      const list = stage.renderRoot.querySelector('.tiles')!;
      if (what === 'a row') expect(list.scrollWidth).to.be.greaterThan(list.clientWidth);
      else expect(list.scrollHeight).to.be.greaterThan(list.clientHeight);
      const [first, second] = [placeOf(stage, 'guest1'), placeOf(stage, 'guest2')];
      if (what === 'a row') expect(second.left).to.be.at.least(first.right);
      else expect(second.top).to.be.at.least(first.bottom);
    });
  }

  it('does not scroll while everybody fits', async () => {
    const { stage } = await stageWith('scroll', { crowd: 2, width: 1280, height: 400 });
    expect(stage.renderRoot.querySelector('.scrolling')).to.equal(null);
  });
});

describe('focused', () => {
  it('gives most of the stage to a pinned picture, else to a screen', async () => {
    const { room, stage } = await stageWith('focused', { crowd: 4 });
    room.session.publish('guest2', 'screen_share');
    await stage.updateComplete;
    const screen = placeOf(stage, 'guest2', 'screen_share');
    expect(screen.width).to.be.greaterThan(2 * placeOf(stage, 'guest2').width);
    room.view.pin('guest3');
    await stage.updateComplete;
    expect(placeOf(stage, 'guest3').width).to.equal(screen.width);
    expect(placeOf(stage, 'guest2', 'screen_share').width).to.be.lessThan(screen.width);
  });

  it('shows several screens side by side in the main place', async () => {
    const { room, stage } = await stageWith('focused', { crowd: 4 });
    room.session.publish('guest2', 'screen_share');
    room.session.publish('guest3', 'screen_share');
    await stage.updateComplete;
    const [first, second] = ['guest2', 'guest3'].map((id) => placeOf(stage, id, 'screen_share'));
    expect(first!.width).to.equal(second!.width);
    expect(first!.width).to.be.greaterThan(placeOf(stage, 'guest1').width);
  });

  for (const dir of ['ltr', 'rtl'] as const) {
    for (const position of ['top', 'bottom', 'left', 'right'] as const) {
      for (const type of ['fixed-grid', 'scroll'] as const) {
        it(`has its strip at the physical ${position} as ${type}, in ${dir}`, async () => {
          const { room, stage } = await createStage({
            crowd: 11,
            view: { stripPosition: position, stripType: type },
            dir,
          });
          room.view.setLayout('focused');
          await stage.updateComplete;
          const physical = (identity: string | undefined): Rect => {
            const place = placeOf(stage, identity!);
            if (dir === 'ltr') return place;
            return { ...place, left: 1280 - place.right, right: 1280 - place.left };
          };
          const main = physical('guest1');
          for (const identity of identitiesOf(stage).filter((each) => each !== 'guest1')) {
            const place = physical(identity);
            if (position === 'top') expect(place.bottom).to.be.at.most(main.top);
            if (position === 'bottom') expect(place.top).to.be.at.least(main.bottom);
            if (position === 'left') expect(place.right).to.be.at.most(main.left);
            if (position === 'right') expect(place.left).to.be.at.least(main.right);
          }
          expect(main.left).to.be.at.least(0);
          expect(main.right).to.be.at.most(1280);
          if (type === 'scroll') expect(tilesOf(stage)).to.have.lengthOf(12);
          else {
            expect(tilesOf(stage), 'two by two, and the main place').to.have.lengthOf(5);
            expect(countOf(stage)).to.equal('1 / 3');
          }
        });
      }
    }
  }

  it('keeps the main place where it is while the strip scrolls', async () => {
    const { stage } = await stageWith('focused', {
      crowd: 20,
      view: { stripPosition: 'bottom', stripType: 'scroll' },
    });
    const list = stage.renderRoot.querySelector('.tiles')!;
    const main = tilesOf(stage).find(({ identity }) => identity === 'guest1')!;
    for (const animation of main.getAnimations()) animation.finish();
    const before = main.getBoundingClientRect();
    list.scrollLeft = 300;
    expect(list.scrollLeft).to.equal(300);
    expect(main.getBoundingClientRect().left).to.be.closeTo(before.left, 1);
  });

  it('turns the pages of its strip', async () => {
    const { stage } = await stageWith('focused', {
      crowd: 6,
      view: { stripPosition: 'right', stripType: 'fixed-grid' },
    });
    expect(identitiesOf(stage)).to.include('guest2').and.not.include('me');
    pagerButtons(stage)[1]!.click();
    await stage.updateComplete;
    expect(identitiesOf(stage)).to.include('me').and.include('guest1').and.not.include('guest2');
  });
});

describe('the mode automatic', () => {
  it('goes to focused when somebody shows a screen, and keeps the layout when that ends', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    expect(viewOf(room)).to.deep.equal({ layout: 'grid', mode: 'automatic' });
    room.session.publish('guest1', 'screen_share');
    await stage.updateComplete;
    expect(viewOf(room)).to.deep.equal({ layout: 'focused', mode: 'automatic' });
    room.session.unpublish('guest1', 'screen_share');
    await stage.updateComplete;
    expect(viewOf(room)).to.deep.equal({ layout: 'focused', mode: 'automatic' });
  });

  it('keeps a picked layout until the last share ends', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    room.view.setLayout('grid');
    room.session.publish('guest1', 'screen_share');
    room.session.publish('guest2', 'screen_share');
    await stage.updateComplete;
    expect(viewOf(room)).to.deep.equal({ layout: 'grid', mode: 'manual' });
    room.session.unpublish('guest1', 'screen_share');
    await stage.updateComplete;
    expect(viewOf(room)).to.deep.equal({ layout: 'grid', mode: 'manual' });
    room.session.removeParticipant('guest2');
    await stage.updateComplete;
    expect(viewOf(room)).to.deep.equal({ layout: 'grid', mode: 'automatic' });
  });

  it('lets a person pick another layout during a share', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    room.session.publish('guest1', 'screen_share');
    await stage.updateComplete;
    room.view.setLayout('scroll');
    await stage.updateComplete;
    expect(viewOf(room)).to.deep.equal({ layout: 'scroll', mode: 'manual' });
  });

  it('goes to focused at once when a person gives the decision back during a share', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    room.view.setLayout('grid');
    room.session.publish('guest1', 'screen_share');
    await stage.updateComplete;
    room.view.setMode('automatic');
    await stage.updateComplete;
    expect(viewOf(room)).to.deep.equal({ layout: 'focused', mode: 'automatic' });
  });

  it('goes to focused in a call whose share began before', async () => {
    const { room, stage } = await createStage({
      participants: [{ identity: 'ada', screenShare: true }],
    });
    await stage.updateComplete;
    expect(viewOf(room).layout).to.equal('focused');
  });

  it('keeps the picked layout and mode when the call ends during a share', async () => {
    const { room, stage } = await createStage({ crowd: 1 });
    room.view.setLayout('scroll');
    room.session.publish('guest1', 'screen_share');
    await stage.updateComplete;
    await room.store.leave();
    await stage.updateComplete;
    expect(viewOf(room)).to.deep.equal({ layout: 'scroll', mode: 'manual' });
  });
});
