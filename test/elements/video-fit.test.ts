import { expect } from '@open-wc/testing';
import type { ReactiveElement } from 'lit';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import { addStyle } from '../support/page-contexts.js';
import { openRoom } from '../support/room-bench.js';
import { tileOf, videoShown } from '../support/tile.js';

/** Plays a video of this size in place of the current one. */
function play(video: HTMLVideoElement, width: number, height: number): void {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')!.fillRect(0, 0, width, height);
  video.srcObject = canvas.captureStream(10);
}

const fitOf = (video: HTMLVideoElement): string => getComputedStyle(video).objectFit;

async function untilFit(
  host: ReactiveElement,
  video: HTMLVideoElement,
  fit: string,
): Promise<void> {
  await eventually(host, () => fitOf(video) === fit);
}

describe('the picture in a tile', () => {
  for (const [shape, width, height, fit] of [
    ['upright', 360, 640, 'contain'],
    ['square', 480, 480, 'contain'],
    ['very wide', 1280, 400, 'contain'],
    ['as the tile', 640, 360, 'cover'],
    ['4:3', 640, 480, 'cover'],
  ] as const) {
    it(`is shown with ${fit} when it is ${shape}`, async () => {
      const { tile } = await tileOf({});
      tile.style.inlineSize = '320px';
      const video = await videoShown(tile);
      // The tile starts with the other fit, so that the test can wait for a change.
      if (fit === 'cover') play(video, 360, 640);
      else play(video, 640, 360);
      if (fit === 'cover') await untilFit(tile, video, 'contain');
      play(video, width, height);
      await untilFit(tile, video, fit);
      const { width: shown, height: high } = video.getBoundingClientRect();
      expect(shown / high, 'the tile keeps its shape').to.be.closeTo(16 / 9, 0.02);
    });
  }

  it('keeps faces, which are above the middle, when it is cropped', async () => {
    const { tile } = await tileOf({});
    const video = await videoShown(tile);
    expect(getComputedStyle(video).objectPosition).to.equal('50% 30%');
  });

  it('follows a tile that changes its shape', async () => {
    const { tile } = await tileOf({});
    const video = await videoShown(tile);
    play(video, 360, 640);
    await untilFit(tile, video, 'contain');
    // The tile rendered while the browser reported the size of the video. That has to finish first.
    await nextMacrotask();
    tile.style.cssText = 'inline-size: 200px; block-size: 320px';
    await untilFit(tile, video, 'cover');
  });

  it('follows the page’s style sheet for any aspect ratio', async () => {
    const { tile } = await tileOf({});
    addStyle('ffc-participant-tile { --ffc-tile-fit: fill }');
    const video = await videoShown(tile);
    play(video, 360, 640);
    await eventually(tile, () => video.classList.contains('contained'));
    expect(fitOf(video)).to.equal('fill');
  });
});

describe('the picture in the preview', () => {
  it('is shown whole when it is upright', async () => {
    const { room } = await openRoom('prejoin');
    const prejoin = room.shadowRoot!.querySelector('ffc-prejoin')!;
    const video = await eventually(prejoin, () =>
      prejoin.shadowRoot!.querySelector<HTMLVideoElement>('video:not(.waiting)'),
    );
    expect(fitOf(video)).to.equal('cover');
    play(video, 360, 640);
    await untilFit(prejoin, video, 'contain');
  });
});
