import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { createStage, tilesOf } from '../support/stage.js';
import { createTestRoom } from '../support/test-room.js';
import { addTile, label, part, tileOf, videoShown } from '../support/tile.js';

/** Counts the updates of all tiles from now on, by identity. */
function countUpdates(tiles: ReturnType<typeof tilesOf>): Map<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const tile of tiles) {
    tile.addController({
      hostUpdated: () => counts.set(tile.identity, (counts.get(tile.identity) ?? 0) + 1),
    });
  }
  return counts;
}

describe('a tile among 25', () => {
  it('updates for shown values only, and not for a level of sound', async () => {
    const { room, stage } = await createStage({ crowd: 24, width: 1600, height: 900 });
    const tiles = tilesOf(stage);
    expect(tiles).to.have.lengthOf(25);
    // A new video frame renders a tile again, too, so all cameras are muted.
    for (const { identity } of tiles) room.session.setMuted(identity ?? '', 'camera', true);
    room.session.setSpeaking({ guest1: 0.2, guest2: 0.4 });
    await Promise.all(tiles.map(({ updateComplete }) => updateComplete));
    const counts = countUpdates(tiles);
    for (const level of [0.3, 0.5, 0.7, 0.9, 0.6, 0.4]) {
      room.session.setSpeaking({ guest1: level, guest2: level + 0.1 });
      await Promise.all(tiles.map(({ updateComplete }) => updateComplete));
    }
    expect([...counts], 'for the level').to.deep.equal([]);
    room.session.setMuted('guest3', 'microphone', true);
    await Promise.all(tiles.map(({ updateComplete }) => updateComplete));
    expect([...counts], 'for a microphone').to.deep.equal([['guest3', 1]]);
    // On a busy machine, this many tiles take longer than the default timeout.
  }).timeout(20_000);

  it('gets its video after all of them have rendered, so that they share one layout', async () => {
    const { room, stage } = await createStage({
      crowd: 24,
      width: 1600,
      height: 900,
      view: { maxTiles: 1 },
    });
    const { session } = room;
    const attach = session.attach.bind(session);
    const waiting: number[] = [];
    session.attach = (trackSid, element) => {
      waiting.push(tilesOf(stage).filter(({ isUpdatePending }) => isUpdatePending).length);
      return attach(trackSid, element);
    };
    stage.maxTiles = 25;
    await eventually(stage, () => tilesOf(stage).length === 25);
    await Promise.all(tilesOf(stage).map(({ updateComplete }) => updateComplete));
    expect(waiting.length, 'videos').to.be.at.least(10);
    expect([...new Set(waiting)], 'tiles that were still to render').to.deep.equal([0]);
  }).timeout(20_000);

  it('is redrawn with its own participant after another source or identity was set', async () => {
    const room = await createTestRoom({ crowd: 2 });
    const tile = await addTile(room, { identity: 'guest1', source: 'screen_share' });
    tile.source = 'camera';
    await tile.updateComplete;
    room.session.setMuted('guest1', 'camera', true);
    await tile.updateComplete;
    expect(tile.hasAttribute('video-muted')).to.be.true;
    tile.identity = 'guest2';
    await tile.updateComplete;
    room.session.setQuality('guest2', 'poor');
    await tile.updateComplete;
    expect(tile.getAttribute('quality')).to.equal('poor');
  });
});

describe('a tile with a stalled video', () => {
  it('says so in words and with a sign, also to screen readers, until it moves', async () => {
    const { room, tile } = await tileOf({});
    await videoShown(tile);
    room.session.stallTrack('mina', 'camera');
    await tile.updateComplete;
    expect(part(tile, 'stalled') ?? tile.renderRoot.querySelector('.plate.stalled')).to.exist;
    expect(tile.renderRoot.querySelector('.plate.stalled')!.textContent).to.contain(
      'Picture frozen',
    );
    expect(tile.renderRoot.querySelector('.plate.stalled svg')).to.exist;
    expect(label(tile)).to.equal('Mina Kim, Picture frozen');
    await expect(tile).to.be.accessible();
    room.session.stallTrack('mina', 'camera', false);
    await tile.updateComplete;
    expect(tile.renderRoot.querySelector('.stalled')).to.be.null;
    expect(label(tile)).to.equal('Mina Kim');
  });

  it('says it in Korean, and inside a tile of 120 px', async () => {
    const { room, tile } = await tileOf({});
    tile.lang = 'ko';
    tile.style.inlineSize = '120px';
    await videoShown(tile);
    room.session.stallTrack('mina', 'camera');
    await eventually(tile, () => label(tile).includes('영상이 멈췄습니다'));
    const sign = tile.renderRoot.querySelector('.plate.stalled')!.getBoundingClientRect();
    const box = tile.getBoundingClientRect();
    expect(sign.left).to.be.at.least(box.left);
    expect(sign.right).to.be.at.most(box.right);
  });
});
