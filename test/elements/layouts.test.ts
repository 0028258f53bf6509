import { expect } from '@open-wc/testing';
import { type Layout, type LayoutItem, registerLayout } from '../../src/parts/index.js';
import { countOf, createStage, identitiesOf, pagerButtons, tilesOf } from '../support/stage.js';

let count = 0;

/** Registers a layout under a new name, because layouts stay registered. */
function named(layout: Layout): string {
  const name = `test-layout-${++count}`;
  registerLayout(name, layout);
  return name;
}

const column: Layout = (items) =>
  items.map((item, n) => ({ item, x: 10, y: n * 90, width: 160, height: 90 }));

/** The console's warnings while `run` runs. */
async function warningsOf(run: () => Promise<void>): Promise<string[]> {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (...parts: unknown[]) => void warnings.push(parts.join(' '));
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

describe('a layout of the page', () => {
  it('places the tiles', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    room.view.setLayout(named(column));
    await stage.updateComplete;
    expect(tilesOf(stage).map(({ style }) => style.insetBlockStart)).to.deep.equal([
      '0px',
      '90px',
      '180px',
    ]);
    expect(tilesOf(stage)[0]!.style.inlineSize).to.equal('160px');
  });

  it('gets kind, weight and shape of the items, and is called again when they change', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    const seen: string[][] = [];
    const describe = ({ kind, identity, weight, aspectRatio }: LayoutItem): string => {
      const { pinned, speaking, sharing } = weight;
      const flags = Object.entries({ pinned, speaking, sharing }).filter(([, is]) => is);
      return [kind, identity, aspectRatio.toFixed(2), ...flags.map(([name]) => name)].join(' ');
    };
    room.view.setLayout(
      named((items, box, view) => {
        seen.push(items.map(describe));
        return column(items, box, view);
      }),
    );
    await stage.updateComplete;
    expect(seen.at(-1)![1]).to.equal('camera guest1 1.78');
    room.session.setSpeaking({ guest1: 0.5 });
    await stage.updateComplete;
    expect(seen.at(-1)![1]).to.equal('camera guest1 1.78 speaking');
    room.view.pin('guest2');
    await stage.updateComplete;
    expect(seen.at(-1)![2]).to.equal('camera guest2 1.78 pinned');
    room.session.publish('guest2', 'screen_share');
    await stage.updateComplete;
    expect(seen.at(-1)![0]).to.match(/^screen guest2 .* sharing$/);
  });

  it('is not called again for changes of values that it does not read', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    let asked = 0;
    room.view.setLayout(
      named((items, box, view) => {
        asked++;
        return column(items, box, view);
      }),
    );
    await stage.updateComplete;
    expect(asked).to.equal(1);
    room.session.setSpeaking({ guest1: 0.5 });
    room.session.setMuted('guest1', 'microphone', true);
    await stage.updateComplete;
    expect(asked).to.equal(1);
  });

  it('may have pages, which follow the view’s page', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    room.view.setLayout(
      named((items, { width, height }, { page }) => ({
        places: items.slice(page, page + 1).map((item) => ({ item, x: 0, y: 0, width, height })),
        page,
        pages: items.length,
        pager: { x: 0, y: height - 40, width: 120, height: 36 },
      })),
    );
    await stage.updateComplete;
    expect(identitiesOf(stage)).to.deep.equal(['me']);
    pagerButtons(stage)[1]!.click();
    await stage.updateComplete;
    expect(identitiesOf(stage)).to.deep.equal(['guest1']);
    expect(countOf(stage)).to.equal('2 / 3');
    expect(room.view.state.getSnapshot().page).to.equal(1);
    room.view.turnTo(2);
    await stage.updateComplete;
    expect(identitiesOf(stage)).to.deep.equal(['guest2']);
  });

  it('gives way to grid, and the console says so once, when nobody knows it', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    const before = tilesOf(stage).map(({ style }) => style.cssText);
    const warnings = await warningsOf(async () => {
      for (const page of [0, 1, 0]) {
        room.view.setLayout('nobody-knows-it');
        room.view.turnTo(page);
        await stage.updateComplete;
      }
    });
    expect(tilesOf(stage).map(({ style }) => style.cssText)).to.deep.equal(before);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.contain('“nobody-knows-it”');
  });

  const stranger = {} as LayoutItem;
  const rect = { x: 0, y: 0, width: 100, height: 100 };
  const nonsense: Readonly<Record<string, Layout>> = {
    throws: () => {
      throw new Error('Made to fail.');
    },
    'answers nothing': () => undefined as never,
    'answers a text': () => 'places' as never,
    'answers no places': () => ({}) as never,
    'places strangers': () => [{ item: stranger, ...rect }],
    'places somebody twice': ([item]) => [
      { item: item!, ...rect },
      { item: item!, ...rect },
    ],
    'places at NaN': (items) => items.map((item) => ({ item, ...rect, x: NaN })),
    'places nothing at all in a place': () => [null as never],
    'places with less than no width': (items) =>
      items.map((item) => ({ item, ...rect, width: -1 })),
    'is on a page that there is not': () => ({ places: [], page: 3, pages: 2 }),
  };
  for (const [what, layout] of Object.entries(nonsense)) {
    it(`is replaced by grid, with a warning, when it ${what}`, async () => {
      const { room, stage } = await createStage({ crowd: 2 });
      const before = tilesOf(stage).map(({ style }) => style.cssText);
      const name = named(layout);
      const warnings = await warningsOf(async () => {
        room.view.setLayout(name);
        await stage.updateComplete;
      });
      expect(tilesOf(stage).map(({ style }) => style.cssText)).to.deep.equal(before);
      expect(warnings).to.have.lengthOf(1);
      expect(warnings[0]).to.contain(`“${name}”`);
    });
  }

  it('needs a name, and a function', () => {
    expect(() => registerLayout(' ', column)).to.throw(TypeError, 'name');
    expect(() => registerLayout('no-function', 5 as never)).to.throw(TypeError, 'no-function');
  });
});
