import { expect } from '@open-wc/testing';
import { MockMedia } from '../../../src/mock/media.js';
import { createTrack } from '../../../src/mock/people.js';

const people = Array.from({ length: 20 }, (_, index) => `guest${index}`);
const context = CanvasRenderingContext2D.prototype;
type Method = (...args: readonly unknown[]) => unknown;
const drawImage = Reflect.get(context, 'drawImage') as Method;
const createLinearGradient = Reflect.get(context, 'createLinearGradient') as Method;

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Counts the canvases that get a picture, and the walls that are painted. */
function countPaints(): { readonly canvases: HTMLCanvasElement[]; walls: number } {
  const counted = { canvases: [] as HTMLCanvasElement[], walls: 0 };
  Object.assign(context, {
    drawImage(this: CanvasRenderingContext2D, ...args: unknown[]) {
      counted.canvases.push(this.canvas);
      Reflect.apply(drawImage, this, args);
    },
    createLinearGradient(this: CanvasRenderingContext2D, ...args: unknown[]) {
      counted.walls++;
      return Reflect.apply(createLinearGradient, this, args);
    },
  });
  return counted;
}

describe('the pictures of a scripted crowd', () => {
  let media: MockMedia;

  afterEach(() => {
    media.clear();
    Object.assign(context, { drawImage, createLinearGradient });
  });

  it('move a few in each frame, so that the page is not blocked, and all in turn', async () => {
    const counted = countPaints();
    media = new MockMedia((sid) => ({
      identity: sid,
      track: createTrack('camera', { sid, muted: false }),
    }));
    for (const sid of people) media.attach(sid, document.createElement('video'));
    expect(new Set(counted.canvases).size, 'first pictures').to.equal(people.length);
    counted.canvases.length = 0;
    const moved = new Set<HTMLCanvasElement>();
    while (moved.size < people.length) {
      await nextFrame();
      expect(counted.canvases.length).to.be.below(5);
      for (const canvas of counted.canvases.splice(0)) moved.add(canvas);
    }
    expect(counted.walls, 'walls, which do not move').to.equal(people.length);
  });
});
