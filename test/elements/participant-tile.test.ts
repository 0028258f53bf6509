import { expect } from '@open-wc/testing';
import { eventually, runElementBaseTests } from '../support/element-suite.js';
import { createTestRoom, nextFrames } from '../support/test-room.js';
import { addTile, label, mina, part, tileOf, videoShown } from '../support/tile.js';

describe('<ffc-participant-tile>', () => {
  runElementBaseTests('ffc-participant-tile', async () => {
    const { room, tile } = await tileOf({ microphone: 'muted', quality: 'poor' });
    await videoShown(tile);
    return { element: tile, listeners: room.listeners, tellAgain: room.tellAgain };
  });

  it('is accessible without a video, and without anybody', async () => {
    const { room, tile } = await tileOf({ camera: 'muted' });
    await expect(tile).to.be.accessible();
    await expect(await addTile(room, { identity: 'nobody' })).to.be.accessible();
  });

  describe('video', () => {
    it('plays the camera', async () => {
      const { tile } = await tileOf({});
      await nextFrames(await videoShown(tile));
      expect(part(tile, 'avatar')).to.be.null;
    });

    it('shows the avatar under a shimmer until the first frame has come', async () => {
      const { tile } = await tileOf({});
      expect(part(tile, 'avatar')).to.exist;
      expect(tile.renderRoot.querySelector('.shimmer')).to.exist;
      await videoShown(tile);
      expect(tile.renderRoot.querySelector('.shimmer')).to.be.null;
    });

    it('gives way to the avatar when the camera goes off, and comes back with it', async () => {
      const { room, tile } = await tileOf({});
      await videoShown(tile);
      room.session.setMuted('mina', 'camera', true);
      await tile.updateComplete;
      expect(part(tile, 'video')).to.be.null;
      expect(part(tile, 'avatar')).to.exist;
      expect(room.session.attachments).to.equal(0);
      expect(tile.hasAttribute('video-muted')).to.be.true;
      room.session.setMuted('mina', 'camera', false);
      await nextFrames(await videoShown(tile));
      expect(tile.hasAttribute('video-muted')).to.be.false;
    });

    it('does not play a track that is not subscribed', async () => {
      const room = await createTestRoom({ participants: [mina], autoSubscribe: false });
      const tile = await addTile(room);
      expect(part(tile, 'video')).to.be.null;
      expect(tile.hasAttribute('video-muted')).to.be.false;
      const camera = tile.participant!.tracks.find(({ source }) => source === 'camera')!;
      await room.store.setSubscribed(camera.sid, true);
      await nextFrames(await videoShown(tile));
    });

    it('goes on when the tile is moved within the page', async () => {
      const { room, tile } = await tileOf({});
      await videoShown(tile);
      const elsewhere = document.createElement('div');
      room.host.append(elsewhere);
      elsewhere.append(tile);
      const video = await videoShown(tile);
      await nextFrames(video);
      expect(video.paused).to.be.false;
      expect(room.session.attachments).to.equal(1);
    });

    it('plays the new track when the camera is published again', async () => {
      const { room, tile } = await tileOf({});
      await videoShown(tile);
      room.session.unpublish('mina', 'camera');
      room.session.publish('mina', 'camera');
      await nextFrames(await videoShown(tile));
      expect(room.session.attachments).to.equal(1);
    });

    it('is released when the tile goes', async () => {
      const { room, tile } = await tileOf({});
      await videoShown(tile);
      tile.remove();
      expect(room.session.attachments).to.equal(0);
    });

    it('fills the tile with a camera and shows all of a screen', async () => {
      const { room, tile } = await tileOf({ screenShare: true });
      const screen = await addTile(room, { source: 'screen_share' });
      expect(getComputedStyle(await videoShown(tile)).objectFit).to.equal('cover');
      expect(getComputedStyle(await videoShown(screen)).objectFit).to.equal('contain');
      expect(part(screen, 'name')).to.have.text('Mina Kim’s screen');
    });
  });

  describe('states', () => {
    it('reflects who speaks, without moving anything', async () => {
      const { room, tile } = await tileOf({});
      const video = await videoShown(tile);
      const before = [video, part(tile, 'name')!].map((each) => each.getBoundingClientRect());
      room.session.setSpeaking({ mina: 0.7 });
      await tile.updateComplete;
      expect(tile.hasAttribute('speaking')).to.be.true;
      const after = [video, part(tile, 'name')!].map((each) => each.getBoundingClientRect());
      expect(after).to.deep.equal(before);
      room.session.setSpeaking({});
      await tile.updateComplete;
      expect(tile.hasAttribute('speaking')).to.be.false;
    });

    it('follows the microphone', async () => {
      const { room, tile } = await tileOf({});
      expect(part(tile, 'badge')).to.be.null;
      room.session.setMuted('mina', 'microphone', true);
      await tile.updateComplete;
      expect(tile.hasAttribute('audio-muted')).to.be.true;
      expect(part(tile, 'badge')).to.exist;
    });

    it('shows the quality of a connection only when it is bad', async () => {
      const { room, tile } = await tileOf({});
      for (const [quality, shown] of [
        ['good', false],
        ['poor', true],
        ['lost', true],
        ['excellent', false],
      ] as const) {
        room.session.setQuality('mina', quality);
        await tile.updateComplete;
        expect(tile.getAttribute('quality')).to.equal(quality);
        expect(part(tile, 'quality') !== null, quality).to.equal(shown);
      }
    });

    it('says its state in words', async () => {
      const { room, tile } = await tileOf({ camera: 'muted', microphone: 'muted' });
      expect(label(tile)).to.equal('Mina Kim, Muted, Camera off');
      room.session.setQuality('mina', 'lost');
      await tile.updateComplete;
      expect(label(tile)).to.equal('Mina Kim, Muted, Camera off, Connection lost');
    });

    it('speaks the language around it', async () => {
      const { room, tile } = await tileOf({ camera: 'muted', microphone: 'muted' });
      room.host.lang = 'ko';
      await eventually(tile, () => label(tile) === 'Mina Kim, 마이크 꺼짐, 카메라 꺼짐');
    });
  });

  describe('the local participant', () => {
    it('is shown by a tile without an identity', async () => {
      const room = await createTestRoom();
      const tile = await addTile(room, { identity: '' });
      expect(tile.participant?.isLocal).to.be.true;
      expect(tile.hasAttribute('local')).to.be.true;
      expect(part(tile, 'name')!.textContent).to.contain('(you)');
    });

    it('sees itself as in a mirror', async () => {
      const room = await createTestRoom({ startCameraOff: false });
      const tile = await addTile(room, { identity: '' });
      const { transform } = getComputedStyle(await videoShown(tile));
      expect(new DOMMatrix(transform).a).to.equal(-1);
    });

    it('sees a message in place of their own screen, which is not played back', async () => {
      const room = await createTestRoom();
      await room.store.setScreenShareEnabled(true);
      const tile = await addTile(room, { identity: '', source: 'screen_share' });
      expect(part(tile, 'video')).to.be.null;
      expect(tile.renderRoot.textContent).to.contain('You’re sharing your screen');
    });
  });

  describe('the room', () => {
    it('may be elsewhere on the page', async () => {
      const room = await createTestRoom({ participants: [mina] });
      const tile = await addTile(room, { outside: true });
      await nextFrames(await videoShown(tile));
      tile.remove();
    });

    it('may come later', async () => {
      const tile = document.createElement('ffc-participant-tile');
      tile.identity = 'mina';
      tile.htmlFor = 'test-room';
      document.body.append(tile);
      await tile.updateComplete;
      expect(tile.renderRoot.textContent).to.contain('no room with the id “test-room”');
      await createTestRoom({ participants: [mina] });
      await eventually(tile, () => part(tile, 'name'));
      tile.remove();
    });

    it('may have nobody of that identity, until somebody comes', async () => {
      const room = await createTestRoom();
      const tile = await addTile(room);
      expect(tile.participant).to.be.undefined;
      expect(label(tile)).to.equal('No one here yet');
      expect(tile.renderRoot.querySelector('.nobody')).to.be.displayed;
      room.session.addParticipant(mina);
      await tile.updateComplete;
      expect(label(tile)).to.equal('Mina Kim');
      room.session.removeParticipant('mina');
      await tile.updateComplete;
      expect(label(tile)).to.equal('No one here yet');
      expect(tile.getAttributeNames().sort()).to.deep.equal([]);
    });

    it('redraws one tile of 25 when one of them is muted', async () => {
      const room = await createTestRoom({ crowd: 25 });
      const { identities } = room.store.roster.getSnapshot();
      const tiles = await Promise.all(identities.map((identity) => addTile(room, { identity })));
      const shown = tiles.filter((tile) => !tile.hasAttribute('video-muted'));
      await Promise.all(shown.map(videoShown));
      const updated: (string | undefined)[] = [];
      for (const tile of tiles) {
        tile.addController({ hostUpdated: () => updated.push(tile.identity) });
      }
      room.session.setMuted('guest7', 'microphone', true);
      await Promise.all(tiles.map((tile) => tile.updateComplete));
      // The crowd mutes every third guest from the second on, so guest7 had sound before.
      expect(updated).to.deep.equal(['guest7']);
    });
  });
});
