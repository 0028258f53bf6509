import { expect } from '@open-wc/testing';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import { eventually } from '../support/element-suite.js';
import { withReducedMotion } from '../support/reduced-motion.js';
import { joinRoom, type RoomBench } from '../support/room-bench.js';
import { tilesOf } from '../support/stage.js';

interface Bench extends RoomBench {
  readonly stage: FfcStageElement;
}

async function callOf(others: number): Promise<Bench> {
  const bench = await joinRoom({
    properties: { startMuted: true },
    prepare: ({ session }) => void session.crowd(others),
  });
  const stage = await eventually(bench.room, () =>
    bench.room.shadowRoot!.querySelector('ffc-stage'),
  );
  // The code that animates tiles loads with the code of their buttons.
  await eventually(stage, () => stage.shadowRoot!.querySelector('.tile-tool'));
  return { ...bench, stage };
}

/** Adds a participant. Resolves with their tile once all tiles have rendered again. */
async function late({ services, stage }: Bench): Promise<Element> {
  const before = tilesOf(stage).length;
  services.session.addParticipant({ identity: 'late', name: 'Late' });
  return eventually(stage, () => {
    const tile = tilesOf(stage).find(({ identity }) => identity === 'late');
    return tilesOf(stage).length > before && tile;
  });
}

describe('a tile of the stage', () => {
  const animate = Reflect.get(Element.prototype, 'animate');
  const getBoundingClientRect = Reflect.get(Element.prototype, 'getBoundingClientRect');
  /** The keyframes of each tile's animation, recorded when it starts. */
  let motions: Map<Element, Keyframe[]>;

  beforeEach(() => {
    motions = new Map();
    Element.prototype.animate = function (keyframes, options) {
      const animation = animate.call(this, keyframes, options);
      animation.pause();
      animation.currentTime = 0;
      motions.set(this, (animation.effect as KeyframeEffect).getKeyframes());
      return animation;
    };
  });
  afterEach(() => {
    Object.assign(Element.prototype, { animate, getBoundingClientRect });
  });

  it('goes to its new place by a transform alone, from where it was', async () => {
    const bench = await callOf(2);
    const own = tilesOf(bench.stage).find((tile) => tile.hasAttribute('local'))!;
    const before = own.getBoundingClientRect();
    await late(bench);
    const properties = Object.keys(motions.get(own)?.[0] ?? {});
    expect(properties).to.include.members(['translate', 'scale']);
    expect(properties.filter((name) => /size|inset|width|height|left|top/i.test(name))).to.be.empty;
    const now = own.getBoundingClientRect();
    expect(now.left).to.be.closeTo(before.left, 2);
    expect(now.top).to.be.closeTo(before.top, 2);
    expect(now.width).to.be.closeTo(before.width, 2);
    expect(now.height).to.be.closeTo(before.height, 2);
  });

  it('comes into view where it is new', async () => {
    const tile = await late(await callOf(2));
    expect(Object.keys(motions.get(tile)?.[0] ?? {})).to.include('opacity');
  });

  it('is at its place at once for those who want less motion', () =>
    withReducedMotion(async () => {
      await late(await callOf(2));
      expect(motions.size).to.equal(0);
    }));

  it('is not measured when many people come', async () => {
    const { room, services, stage } = await callOf(1);
    Object.assign(room.style, { inlineSize: '1280px', blockSize: '800px' });
    let reads = 0;
    Element.prototype.getBoundingClientRect = function () {
      reads++;
      return getBoundingClientRect.call(this);
    };
    services.session.crowd(23);
    await eventually(stage, () => tilesOf(stage).length === 25);
    expect(reads).to.equal(0);
  });
});
