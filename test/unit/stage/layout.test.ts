import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { bestGrid, minTileWidth, type Rect } from '../../../src/elements/stage/grid.js';
import { layOut, type StageInput } from '../../../src/elements/stage/layout.js';

// More runs than the default, because failing cases are rare.
fc.configureGlobal({ numRuns: 500 });

const wide = { gap: 8, aspectRatio: 16 / 9 };

function stage(facts: Partial<StageInput> & { width: number; height: number }): StageInput {
  return { ...wide, tiles: 1, screens: 0, page: 0, maxTiles: undefined, ...facts };
}

const inputs: fc.Arbitrary<StageInput> = fc.record({
  width: fc.integer({ min: 280, max: 3840 }),
  height: fc.integer({ min: 200, max: 2160 }),
  tiles: fc.integer({ min: 0, max: 120 }),
  screens: fc.integer({ min: 0, max: 3 }),
  page: fc.integer({ min: 0, max: 20 }),
  maxTiles: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  gap: fc.integer({ min: 0, max: 24 }),
  aspectRatio: fc.constantFrom(16 / 9, 4 / 3, 1, 3 / 4),
});

describe('bestGrid', () => {
  const grids: readonly [count: number, width: number, height: number, grid: string][] = [
    [1, 1280, 720, '1×1'],
    [2, 1280, 720, '2×1'],
    [2, 390, 844, '1×2'],
    [5, 1280, 720, '3×2'],
    [5, 1440, 600, '3×2'],
    [9, 1280, 720, '3×3'],
    [25, 1280, 720, '5×5'],
  ];
  for (const [count, width, height, expected] of grids) {
    it(`shows ${count} in ${width}×${height} as ${expected}`, () => {
      const { columns, rows } = bestGrid(count, { width, height }, wide);
      expect(`${columns}×${rows}`).to.equal(expected);
    });
  }

  it('never leaves a bigger tile to another number of columns', () => {
    const boxes = fc.record({
      width: fc.integer({ min: 1, max: 3840 }),
      height: fc.integer({ min: 1, max: 2160 }),
      count: fc.integer({ min: 1, max: 60 }),
      gap: fc.integer({ min: 0, max: 24 }),
      aspectRatio: fc.double({ min: 0.4, max: 2.5, noNaN: true }),
    });
    fc.assert(
      fc.property(boxes, ({ width, height, count, gap, aspectRatio }) => {
        const { tile } = bestGrid(count, { width, height }, { gap, aspectRatio });
        for (let columns = 1; columns <= count; columns++) {
          const rows = Math.ceil(count / columns);
          const other = tile.width * 1.000001 + 1e-6;
          const fits =
            columns * other + (columns - 1) * gap <= width &&
            rows * (other / aspectRatio) + (rows - 1) * gap <= height;
          if (fits) expect.fail(`${columns} columns would fit ${other}`);
        }
      }),
    );
  });
});

describe('layOut', () => {
  it('keeps everything inside the box', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const outside = everything(input).filter(
          ({ x, y, width, height }) =>
            x < 0 || y < 0 || x + width > input.width || y + height > input.height,
        );
        expect(outside).to.deep.equal([]);
      }),
    );
  });

  it('lets nothing overlap', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const rects = everything(input);
        const overlapping = rects.filter((a) => rects.some((b) => a !== b && overlap(a, b)));
        expect(overlapping).to.deep.equal([]);
      }),
    );
  });

  it('shows every tile on exactly one page, and every screen on all of them', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { pages } = layOut(input);
        const seen: number[] = [];
        for (let page = 0; page < pages; page++) {
          const { first, tiles, screens, pages: same } = layOut({ ...input, page });
          expect(same).to.equal(pages);
          tiles.forEach((_, index) => seen.push(first + index));
          expect(screens).to.have.lengthOf(input.screens);
        }
        expect(seen).to.deep.equal(Array.from({ length: input.tiles }, (_, index) => index));
      }),
    );
  });

  it('never shows more than the maximum, nor tiles too small to make out', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { tiles } = layOut(input);
        expect(tiles.length).to.be.at.most(input.maxTiles ?? 49);
        // A single tile may be small, because there is no other page.
        if (tiles.length > 1 && input.aspectRatio > 1) {
          expect(tiles[0]!.width).to.be.at.least(Math.floor(minTileWidth));
        }
      }),
    );
  });

  it('takes no pixel from a tile that is as wide as the smallest one', () => {
    const { tiles } = layOut(stage({ width: 280, height: 285, gap: 13, tiles: 3, screens: 1 }));
    expect(tiles.map(({ width }) => width)).to.deep.equal([minTileWidth, minTileWidth]);
  });

  it('keeps the size of tiles when pages are turned', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const first = layOut({ ...input, page: 0 });
        const last = layOut({ ...input, page: first.pages - 1 });
        expect(last.tiles[0]?.width).to.equal(first.tiles[0]?.width);
      }),
    );
  });

  it('centres the last row', () => {
    const { tiles } = layOut(stage({ width: 1280, height: 720, tiles: 5 }));
    const last = tiles.slice(3);
    const start = last[0]!.x;
    const end = 1280 - (last[1]!.x + last[1]!.width);
    expect(Math.abs(start - end)).to.be.at.most(1);
  });

  it('fills the box with a single tile', () => {
    const { tiles } = layOut(stage({ width: 1600, height: 900 }));
    expect(tiles).to.deep.equal([{ x: 0, y: 0, width: 1600, height: 900 }]);
  });

  it('turns to pages in a box too small for all', () => {
    const { tiles, pages, pager } = layOut(stage({ width: 280, height: 200, tiles: 25 }));
    expect(tiles).to.have.lengthOf(4);
    expect(pages).to.equal(7);
    expect(pager).to.exist;
  });

  it('falls back to the last page when the wanted one is gone', () => {
    const { page, pages } = layOut(
      stage({ width: 1280, height: 720, tiles: 10, maxTiles: 9, page: 5 }),
    );
    expect([page, pages]).to.deep.equal([1, 2]);
  });

  it('gives a screen most of a wide box, with the others beside it', () => {
    const { screens, tiles } = layOut(stage({ width: 1440, height: 800, tiles: 5, screens: 1 }));
    expect(screens[0]!.width).to.be.above(1100);
    expect(tiles.every(({ x }) => x >= screens[0]!.width)).to.be.true;
  });

  it('puts the others below the screen in a tall box', () => {
    const { screens, tiles } = layOut(stage({ width: 390, height: 700, tiles: 5, screens: 1 }));
    expect(screens[0]!.width).to.equal(390);
    expect(tiles.every(({ y }) => y >= screens[0]!.height)).to.be.true;
  });
});

function everything(input: StageInput): readonly Rect[] {
  const { screens, tiles, pager } = layOut(input);
  return [...screens, ...tiles, ...(pager ? [pager] : [])];
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
