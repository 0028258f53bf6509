import { expect } from '@open-wc/testing';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import { eventually } from '../support/element-suite.js';
import { createStage, identitiesOf, part, tilesOf } from '../support/stage.js';

const shareBar = (stage: FfcStageElement): HTMLElement | null => part(stage, 'share-bar');

describe('somebody who speaks', () => {
  it('on another page swaps places with the one who was silent longest, and nobody else moves', async () => {
    const { room, stage } = await createStage({ crowd: 8, view: { maxTiles: 4 } });
    await stage.updateComplete;
    room.session.setSpeaking({ guest4: 0.5 });
    room.session.setSpeaking({ guest7: 0.5 });
    await eventually(stage, () => identitiesOf(stage).includes('guest7'));
    expect(identitiesOf(stage)).to.deep.equal(['guest1', 'guest2', 'guest7', 'guest4']);
  });

  it('swaps places beside a share, too', async () => {
    const { room, stage } = await createStage({ crowd: 8, view: { maxTiles: 4 } });
    room.session.publish('guest1', 'screen_share');
    room.view.setLayout('focused');
    await eventually(stage, () => tilesOf(stage)[0]?.source === 'screen_share');
    expect(identitiesOf(stage)).not.to.include('guest7');
    room.session.setSpeaking({ guest7: 0.5 });
    await eventually(stage, () => identitiesOf(stage).includes('guest7'));
  });

  it('on another page is named beside the page buttons at once', async () => {
    const { room, stage } = await createStage({ crowd: 8, view: { maxTiles: 4 } });
    await stage.updateComplete;
    room.session.setSpeaking({ guest7: 0.5 });
    await eventually(stage, () => part(stage, 'elsewhere'));
    expect(part(stage, 'elsewhere')!.textContent).to.contain('is speaking on another page');
    room.session.setSpeaking({});
    await eventually(stage, () => !part(stage, 'elsewhere'));
  });

  it('takes the main place of focused, and keeps it while nobody else speaks', async () => {
    const { room, stage } = await createStage({ crowd: 3 });
    room.view.setLayout('focused');
    await stage.updateComplete;
    const widest = (): string | undefined =>
      [...tilesOf(stage)].sort(
        (a, b) => parseFloat(b.style.inlineSize) - parseFloat(a.style.inlineSize),
      )[0]?.identity;
    expect(widest()).to.equal('guest1');
    room.session.setSpeaking({ guest3: 0.5 });
    await eventually(stage, () => widest() === 'guest3');
    room.session.setSpeaking({});
    await stage.updateComplete;
    expect(widest()).to.equal('guest3');
  });

  it('moves the bars in the plate of a tile with the voice', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    const tile = tilesOf(stage)[0]!;
    room.session.setSpeaking({ guest1: 0.25 });
    await tile.updateComplete;
    const bars = tile.renderRoot.querySelector<HTMLElement>('.level')!;
    expect(Number(bars.style.getPropertyValue('--_level'))).to.be.within(0.2, 0.5);
    room.session.setSpeaking({});
    await tile.updateComplete;
    expect(tile.renderRoot.querySelector('.level')).to.equal(null);
  });
});

describe('one’s own share', () => {
  it('is a bar with a thumbnail and a Stop button, and no tile', async () => {
    const { room, stage } = await createStage({ crowd: 2 });
    await room.store.setScreenShareEnabled(true);
    await eventually(stage, () => shareBar(stage));
    expect(tilesOf(stage).map(({ source }) => source)).not.to.include('screen_share');
    expect(shareBar(stage)!.querySelector('video')).to.exist;
    await expect(stage).to.be.accessible();
    const asked = new Promise<Event>((resolve) =>
      document.addEventListener('ffc-screen-share-request', resolve, { once: true }),
    );
    shareBar(stage)!.querySelector<HTMLElement>('.danger')!.click();
    expect(await asked).to.include({ enabled: false });
    await room.store.setScreenShareEnabled(false);
    await eventually(stage, () => !shareBar(stage));
  });
});

describe('somebody’s share', () => {
  it('says that it starts until its first picture comes', async () => {
    const { room, stage } = await createStage({ crowd: 1 });
    room.session.publish('guest1', 'screen_share');
    await stage.updateComplete;
    const tile = tilesOf(stage).find(({ source }) => source === 'screen_share')!;
    await tile.updateComplete;
    if (tile.renderRoot.querySelector('video.waiting')) {
      expect(tile.renderRoot.textContent).to.contain('is starting to share');
      expect(tile.renderRoot.querySelector('.avatar')).to.equal(null);
    }
  });
});
