import { expect } from '@open-wc/testing';
import type { FfcParticipantTileElement } from '../../src/elements/participant-tile/participant-tile.js';
import type { MockParticipant } from '../../src/mock/index.js';
import { signalTopic } from '../../src/parts/signs.js';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import { joinRoom } from '../support/room-bench.js';
import { createStage, tilesOf } from '../support/stage.js';
import { createTestRoom } from '../support/test-room.js';

/** Participants without a camera, whose tiles do not wait for a video frame. */
const quietCrowd = (count: number): readonly MockParticipant[] =>
  Array.from({ length: count }, (_, index) => ({
    identity: `guest${index + 1}`,
    camera: false,
    microphone: false,
  }));

/** The time of a join into a call of this size, in milliseconds. The fastest of three counts. */
async function joinTime(crowd: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const begin = performance.now();
    await createTestRoom({ crowd });
    times.push(performance.now() - begin);
  }
  return Math.min(...times);
}

/** Counts the renders of each tile while `run` runs. */
async function drawingsDuring(
  tiles: readonly FfcParticipantTileElement[],
  run: () => Promise<void>,
): Promise<Map<string, number>> {
  const drawings = new Map<string, number>();
  for (const tile of tiles) {
    const identity = tile.identity ?? '';
    drawings.set(identity, 0);
    tile.addController({
      hostUpdated: () => drawings.set(identity, (drawings.get(identity) ?? 0) + 1),
    });
  }
  await run();
  return drawings;
}

describe('a call with hundreds of people', () => {
  it('takes time to join by their number, and not by its square', async () => {
    await joinTime(10);
    const small = await joinTime(250);
    const big = await joinTime(1000);
    // The crowd is four times as large. Quadratic work would take sixteen times as long.
    expect(big / small).to.be.below(10);
  });

  it('renders one page of tiles, and plays no video of other pages', async () => {
    const { room, stage } = await createStage({ crowd: 500 });
    expect(tilesOf(stage).length).to.be.within(2, 49);
    expect(room.session.participants().length).to.equal(501);
    expect(room.session.attachments).to.be.below(50);
    // Creating 500 participants takes long on a busy machine.
  }).timeout(60_000);

  it('renders only the tile again whose metadata change endlessly', async () => {
    const { room, stage } = await createStage({ participants: quietCrowd(500) });
    // Tiles load this code after their first render.
    await import('../../src/elements/participant-tile/tile-extras.js');
    await nextMacrotask();
    await Promise.all(tilesOf(stage).map(({ updateComplete }) => updateComplete));
    const [first, ...others] = tilesOf(stage);
    const drawings = await drawingsDuring(tilesOf(stage), async () => {
      for (let n = 0; n < 50; n++) {
        room.session.setMetadata(first!.identity!, { appUserName: `Name ${n}` });
        await nextMacrotask();
      }
    });
    expect(drawings.get(first!.identity!)).to.be.below(110);
    const sum = others.reduce((all, { identity }) => all + drawings.get(identity!)!, 0);
    expect(sum).to.equal(0);
  });

  it('renders each tile a few times when 500 raise their hands at once', async () => {
    const { room, services } = await joinRoom({
      properties: { startMuted: true, startCameraOff: true },
      prepare: ({ session }) => {
        for (const person of quietCrowd(500)) session.addParticipant(person);
      },
    });
    const stage = await eventually(room, () => room.shadowRoot!.querySelector('ffc-stage'));
    await eventually(stage, () => stage.renderRoot.querySelector('.tile-tool'));
    await room.use('signals');
    const tiles = tilesOf(stage);
    const drawings = await drawingsDuring(tiles, async () => {
      for (let n = 1; n <= 500; n++) {
        const hand = { type: 'hand', raised: true, order: n };
        services.session.receive(`guest${n}`, signalTopic, JSON.stringify(hand));
      }
      await eventually(tiles[0]!, () => tiles[0]!.renderRoot.querySelector('.hand'));
    });
    expect(Math.max(...drawings.values())).to.be.below(6);
  });
});
