import { expect } from '@open-wc/testing';
import { eventually, nextMacrotask, runElementBaseTests } from '../support/element-suite.js';
import {
  countOf,
  createStage,
  hasPicture,
  identitiesOf,
  pagerButtons,
  part,
  tilesOf,
  topOf,
  videoOf,
} from '../support/stage.js';
import { createTestRoom } from '../support/test-room.js';

describe('<ffc-stage>', () => {
  for (const crowd of [0, 2, 7]) {
    describe(`with ${crowd} others, at most 3 on a page`, () => {
      runElementBaseTests('ffc-stage', async () => {
        const { room, stage } = await createStage({ crowd, view: { maxTiles: 3 } });
        await Promise.all(tilesOf(stage).map(({ updateComplete }) => updateComplete));
        return { element: stage, listeners: room.listeners, tellAgain: room.tellAgain };
      });
    });
  }

  describe('grid', () => {
    for (const [people, width, height] of [
      [1, 280, 200],
      [2, 280, 200],
      [5, 768, 500],
      [9, 1440, 800],
      [25, 1440, 800],
      [25, 3840, 2160],
    ] as const) {
      it(`fits ${people} into ${width}×${height}`, async () => {
        const { stage } = await createStage({ crowd: people - 1, width, height });
        expect(tilesOf(stage)).to.have.lengthOf(people);
        const box = stage.getBoundingClientRect();
        for (const tile of tilesOf(stage)) {
          const { left, top, right, bottom, width, height } = tile.getBoundingClientRect();
          expect(left >= box.left && right <= box.right, 'between the sides').to.be.true;
          expect(top >= box.top && bottom <= box.bottom, 'between top and bottom').to.be.true;
          expect(width / height).to.be.within(3 / 4 - 0.03, 16 / 9 + 0.03);
          expect(width).to.be.at.least(120);
        }
      });
    }

    it('follows the size of the stage', async () => {
      const { stage } = await createStage({ crowd: 2 });
      expect(new Set(tilesOf(stage).map(topOf)).size, 'rows').to.equal(1);
      stage.style.width = '400px';
      await eventually(stage, () => new Set(tilesOf(stage).map(topOf)).size > 1);
    });

    it('gives tiles the shape that the style sheet says', async () => {
      const { stage } = await createStage({ crowd: 1 });
      stage.style.setProperty('--ffc-tile-aspect-ratio', '1');
      await eventually(stage, () =>
        tilesOf(stage).every(({ clientWidth, clientHeight }) => clientWidth === clientHeight),
      );
    });

    it('keeps the order of the roster, with the local participant last, while people speak', async () => {
      const { room, stage } = await createStage({ crowd: 4 });
      room.session.setSpeaking({ guest4: 0.9 });
      await stage.updateComplete;
      expect(identitiesOf(stage)).to.deep.equal(['guest1', 'guest2', 'guest3', 'guest4', 'me']);
    });

    it('disturbs no video when somebody comes or goes', async () => {
      const { room, stage } = await createStage({ crowd: 3 });
      const [first, second] = tilesOf(stage);
      await eventually(first!, () => hasPicture(first!));
      const stream = videoOf(first!)!.srcObject;
      room.session.removeParticipant('guest2');
      room.session.addParticipant({ identity: 'late' });
      await stage.updateComplete;
      expect(identitiesOf(stage)).to.deep.equal(['guest1', 'guest3', 'late', 'me']);
      expect(tilesOf(stage)[0]).to.equal(first);
      expect(second!.isConnected).to.be.false;
      expect(videoOf(first!)!.srcObject).to.equal(stream);
      expect(videoOf(first!)!.paused).to.be.false;
    });

    it('does not render again for changes of a participant', async () => {
      const { room, stage } = await createStage({ crowd: 8 });
      let updates = 0;
      stage.addController({ hostUpdated: () => updates++ });
      room.session.setSpeaking({ guest1: 0.5 });
      room.session.setMuted('guest1', 'microphone', true);
      room.session.setMetadata('guest2', { appUserName: 'Other' });
      room.session.setQuality('guest3', 'poor');
      await stage.updateComplete;
      expect(updates).to.equal(0);
    });

    it('leaves out the local participant with hide-self, on it or on the room', async () => {
      const { room, stage } = await createStage({ crowd: 2 });
      stage.hideSelf = true;
      await stage.updateComplete;
      expect(identitiesOf(stage)).to.deep.equal(['guest1', 'guest2']);
      stage.hideSelf = false;
      await stage.updateComplete;
      expect(identitiesOf(stage)).to.include('me');
      room.options.set({ ...room.options.getSnapshot(), hideSelf: true });
      await stage.updateComplete;
      expect(identitiesOf(stage)).to.deep.equal(['guest1', 'guest2']);
    });
  });

  describe('pages', () => {
    it('appear for more tiles than max-tiles, which the room may also set', async () => {
      const { room, stage } = await createStage({ crowd: 8, view: { maxTiles: 6 } });
      expect(tilesOf(stage)).to.have.lengthOf(6);
      stage.maxTiles = 4;
      await stage.updateComplete;
      expect(tilesOf(stage)).to.have.lengthOf(4);
      expect(countOf(stage)).to.equal('1 / 3');
      room.session.removeParticipant('guest8');
      await stage.updateComplete;
      expect(countOf(stage)).to.equal('1 / 2');
    });

    it('come when tiles would get too small to make out', async () => {
      const { stage } = await createStage({ crowd: 24, width: 280, height: 200 });
      expect(tilesOf(stage)).to.have.lengthOf(4);
      expect(countOf(stage)).to.equal('1 / 7');
    });

    it('are turned with the buttons, and announced', async () => {
      const { stage } = await createStage({ crowd: 8, view: { maxTiles: 4 } });
      const [previous, next] = pagerButtons(stage);
      expect(previous).to.have.attribute('aria-disabled', 'true');
      next!.click();
      await stage.updateComplete;
      expect(identitiesOf(stage)).to.deep.equal(['guest5', 'guest6', 'guest7', 'guest8']);
      expect(stage.renderRoot.querySelector('[role=status]')).to.have.text('Page 2 of 3');
      next!.click();
      await stage.updateComplete;
      expect(identitiesOf(stage)).to.deep.equal(['me']);
      next!.focus();
      next!.click();
      await stage.updateComplete;
      expect(countOf(stage)).to.equal('3 / 3');
      expect(stage.shadowRoot!.activeElement, 'keeps the focus').to.equal(next);
      previous!.click();
      await stage.updateComplete;
      expect(countOf(stage)).to.equal('2 / 3');
    });

    it('are turned with Page Up and Page Down', async () => {
      const { stage } = await createStage({ crowd: 8, view: { maxTiles: 4 } });
      const press = async (key: string): Promise<void> => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true });
        pagerButtons(stage)[1]!.dispatchEvent(event);
        await stage.updateComplete;
      };
      await press('PageDown');
      expect(countOf(stage)).to.equal('2 / 3');
      await press('PageUp');
      await press('PageUp');
      expect(countOf(stage)).to.equal('1 / 3');
    });

    it('play no video that is on another page', async () => {
      const { room, stage } = await createStage({ crowd: 8, view: { maxTiles: 4 } });
      await Promise.all(tilesOf(stage).map(({ updateComplete }) => updateComplete));
      const videos = tilesOf(stage).filter((tile) => videoOf(tile));
      expect(room.session.attachments).to.equal(videos.length);
      expect(videos).not.to.be.empty;
    });

    it('play nothing while the stage is hidden', async () => {
      const { room, stage } = await createStage({ crowd: 8, view: { maxTiles: 4 } });
      pagerButtons(stage)[1]!.click();
      await stage.updateComplete;
      stage.hidden = true;
      await eventually(stage, () => tilesOf(stage).length === 0);
      expect(room.session.attachments).to.equal(0);
      await nextMacrotask();
      stage.hidden = false;
      await eventually(stage, () => identitiesOf(stage)[0] === 'guest5');
    });

    it('give way to the last one when theirs is gone', async () => {
      const { room, stage } = await createStage({ crowd: 4, view: { maxTiles: 4 } });
      pagerButtons(stage)[1]!.click();
      await stage.updateComplete;
      room.session.removeParticipant('guest4');
      await stage.updateComplete;
      expect(tilesOf(stage)).to.have.lengthOf(4);
      expect(pagerButtons(stage)).to.be.empty;
    });

    it('leave the focus in the stage when they go', async () => {
      const { stage } = await createStage({ crowd: 2, view: { maxTiles: 2 } });
      pagerButtons(stage)[1]!.focus();
      stage.maxTiles = 3;
      await stage.updateComplete;
      expect(pagerButtons(stage)).to.be.empty;
      expect(stage.shadowRoot!.activeElement === part(stage, 'stage')).to.equal(true);
    });
  });

  describe('screens', () => {
    it('come first and large, and go again', async () => {
      const { room, stage } = await createStage({ crowd: 3 });
      const cameras = tilesOf(stage);
      room.session.publish('guest2', 'screen_share');
      await stage.updateComplete;
      const [screen, ...others] = tilesOf(stage);
      expect(screen!.source).to.equal('screen_share');
      expect(screen!.identity).to.equal('guest2');
      expect(others, 'the cameras are not disturbed').to.deep.equal(cameras);
      const target = Number.parseInt(screen!.style.inlineSize);
      expect(target).to.be.above(3 * Number.parseInt(others[0]!.style.inlineSize));
      room.session.unpublish('guest2', 'screen_share');
      await stage.updateComplete;
      expect(tilesOf(stage)).to.deep.equal(cameras);
    });

    it('disappear with their participant', async () => {
      const { room, stage } = await createStage({ crowd: 2 });
      room.session.publish('guest2', 'screen_share');
      await stage.updateComplete;
      room.session.removeParticipant('guest2');
      await stage.updateComplete;
      expect(identitiesOf(stage)).to.deep.equal(['guest1', 'me']);
    });
  });

  describe('without others', () => {
    it('says so even with a hidden self view', async () => {
      const { stage } = await createStage({ view: { hideSelf: true } });
      expect(tilesOf(stage)).to.be.empty;
      expect(part(stage, 'message')!.textContent).to.contain('You’re the only one here');
    });

    it('asks to join before there is a call', async () => {
      const { room, stage } = await createStage({ join: false });
      expect(part(stage, 'message')!.textContent).to.contain('Join the call first');
      await room.store.join();
      await eventually(stage, () => tilesOf(stage).length === 1);
    });

    it('names the room that it cannot find', async () => {
      const stage = document.createElement('ffc-stage');
      stage.htmlFor = 'test-room';
      document.body.append(stage);
      await stage.updateComplete;
      expect(part(stage, 'message')!.textContent).to.contain('no room with the id “test-room”');
      await createTestRoom({ crowd: 2 });
      await eventually(stage, () => tilesOf(stage).length === 3);
      const tile = tilesOf(stage)[1]!;
      await tile.updateComplete;
      expect(tile.participant?.identity, 'its tiles find the room too').to.equal('guest2');
      stage.remove();
    });
  });
});
