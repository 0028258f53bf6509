import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { joinRoom } from '../support/room-bench.js';
import { tilesOf } from '../support/stage.js';

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

describe('a call on a phone that is turned', () => {
  it('has everybody and every button in view, and goes on with the same videos', async () => {
    const { room } = await joinRoom({ prepare: ({ session }) => void session.crowd(4) });
    const turn = (width: number, height: number): void => {
      Object.assign(room.style, { inlineSize: `${width}px`, blockSize: `${height}px` });
    };
    const stage = await eventually(room, () => room.shadowRoot!.querySelector('ffc-stage'));
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    // The layout of the bar replaces its buttons when it arrives.
    const leave = (): Element | null => bar.shadowRoot!.querySelector('[data-control=leave]');
    await eventually(bar, leave);
    const isInView = (): boolean => {
      const box = room.getBoundingClientRect();
      const seen = [...tilesOf(stage), leave()!].map((element) => element.getBoundingClientRect());
      return seen.every(
        ({ left, right, top, bottom, width }) =>
          width > 0 &&
          left >= box.left &&
          right <= box.right &&
          top >= box.top &&
          bottom <= box.bottom,
      );
    };
    const isUpright = (): boolean => stage.clientHeight > stage.clientWidth;
    const videos = (): (HTMLVideoElement | null)[] =>
      tilesOf(stage).map((tile) => tile.shadowRoot!.querySelector('video'));

    turn(390, 780);
    while (!isUpright() || tilesOf(stage).length !== 5 || !isInView()) await frame();
    const before = videos();
    turn(780, 390);
    while (isUpright() || tilesOf(stage).length !== 5 || !isInView()) await frame();
    expect(videos().every((video, n) => video === before[n])).to.equal(true);
    turn(390, 780);
    while (!isUpright() || tilesOf(stage).length !== 5 || !isInView()) await frame();
    expect(videos().every((video, n) => video === before[n])).to.equal(true);
  });
});
