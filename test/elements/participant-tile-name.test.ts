import { expect, oneEvent } from '@open-wc/testing';
import type { FfcParticipantTileElement } from '../../src/elements/participant-tile/participant-tile.js';
import { eventually } from '../support/element-suite.js';
import { addTile, label, part, tileOf } from '../support/tile.js';

describe('<ffc-participant-tile> name and picture', () => {
  it('follows the metadata', async () => {
    const { room, tile } = await tileOf({});
    room.session.setMetadata('mina', { appUserName: 'Mina Park' });
    await tile.updateComplete;
    expect(part(tile, 'name')).to.have.text('Mina Park');
    expect(tile.participant?.member.name).to.equal('Mina Park');
  });

  it('shows a hostile name as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const { tile } = await tileOf({ metadata: { appUserName: name }, camera: false });
    expect(part(tile, 'name')).to.have.text(name);
    expect(label(tile)).to.contain(name);
    expect(tile.renderRoot.querySelector('img')).to.be.null;
  });

  it('cuts off a name that does not fit', async () => {
    const { tile } = await tileOf({ metadata: { appUserName: 'Wolfeschlegelstein'.repeat(5) } });
    tile.style.width = '160px';
    const name = part(tile, 'name')!;
    expect(name.scrollWidth).to.be.above(name.clientWidth);
    expect(name.getBoundingClientRect().right).to.be.below(tile.getBoundingClientRect().right);
  });

  for (const [name, initials] of [
    ['Mina Kim', 'MK'],
    ['mina', 'M'],
    ['이서준', '이'],
    ['Étienne de la Tour', 'ÉT'],
    ['نور الحداد', 'ن'],
    ['👩‍👩‍👧 Family', '👩‍👩‍👧'],
    ['(Guest) 7', 'G'],
    ['***', ''],
  ] as const) {
    it(`has "${initials}" in the avatar of "${name}"`, async () => {
      const { tile } = await tileOf({ metadata: { appUserName: name }, camera: false });
      const avatar = part(tile, 'avatar')!;
      expect(avatar.textContent.trim()).to.equal(initials);
      expect(avatar.querySelector('svg') !== null).to.equal(initials === '');
    });
  }

  it('shows the picture of the member', async () => {
    const appUserProfileImgUrl = new URL('../support/face.svg', import.meta.url).href;
    const { tile } = await tileOf({
      metadata: { appUserName: 'Mina', appUserProfileImgUrl },
      camera: false,
    });
    const img = await eventually(tile, () => part(tile, 'avatar')?.querySelector('img'));
    if (img.hidden) await oneEvent(img, 'load');
    await tile.updateComplete;
    expect(img).to.be.displayed;
    expect(part(tile, 'avatar')!.textContent.trim()).to.equal('');
  });

  it('falls back to the initials when the picture cannot be had', async () => {
    const appUserProfileImgUrl = new URL('/no-such-picture.png', location.href).href;
    const { tile } = await tileOf({
      metadata: { appUserName: 'Mina', appUserProfileImgUrl },
      camera: false,
    });
    const avatar = part(tile, 'avatar')!;
    await eventually(tile, () => !avatar.querySelector('img'));
    expect(avatar.textContent.trim()).to.equal('M');
  });

  it('keeps the colour of an identity', async () => {
    const { room, tile } = await tileOf({ camera: false });
    const other = await addTile(room);
    const colour = (each: FfcParticipantTileElement): string =>
      getComputedStyle(part(each, 'avatar')!).backgroundColor;
    expect(colour(other)).to.equal(colour(tile));
    room.session.addParticipant({ identity: 'jun', camera: false });
    other.identity = 'jun';
    await other.updateComplete;
    expect(colour(other)).not.to.equal(colour(tile));
  });
});
