import { expect } from '@open-wc/testing';
import { isHost } from '../../src/state/member.js';
import { eventually } from '../support/element-suite.js';
import { createTestRoom } from '../support/test-room.js';
import { addTile, label, part } from '../support/tile.js';

/** A tile of a participant with this role. */
async function tileOfRole(channelMemberType: string | undefined, canUpdateMetadata = false) {
  const metadata = { appUserId: 'other', appUserName: 'Mina Kim', channelMemberType };
  const room = await createTestRoom({ participants: [{ identity: 'mina', metadata }] });
  room.session.setPermissions('mina', { canUpdateMetadata });
  return { room, tile: await addTile(room) };
}

describe('the role of a participant', () => {
  for (const [role, word, koWord] of [
    ['OPERATOR', 'Host', '호스트'],
    ['HOST', 'Meeting host', '화상회의 진행자'],
    ['CONTRIBUTOR', 'Contributor', '발표자'],
    ['AUDIENCE', 'Audience', '청중'],
    ['GUEST', 'Guest', '게스트'],
    ['STAGE_HAND', 'Stage hand', 'Stage hand'],
  ] as const) {
    it(`is shown by its word: ${role}`, async () => {
      const { tile } = await tileOfRole(role);
      expect(part(tile, 'role')?.textContent).to.equal(word);
      expect(label(tile)).to.match(new RegExp(`^Mina Kim, ${word}`));
      await expect(tile).to.be.accessible();
      tile.lang = 'ko';
      await eventually(tile, () => part(tile, 'role')?.textContent === koWord);
    });
  }

  it('is not shown where everybody has it, where nobody knows it, nor where it is only claimed', async () => {
    expect(part((await tileOfRole('MEMBER')).tile, 'role')).to.be.null;
    expect(part((await tileOfRole(undefined)).tile, 'role')).to.be.null;
    expect(part((await tileOfRole('OPERATOR', true)).tile, 'role')).to.be.null;
  });

  it('makes a host of operators alone, and of those for whom the server vouches', () => {
    expect(isHost({ verified: true, role: 'OPERATOR' })).to.equal(true);
    expect(isHost({ verified: false, role: 'OPERATOR' })).to.equal(false);
    for (const role of [
      'HOST',
      'CONTRIBUTOR',
      'AUDIENCE',
      'GUEST',
      'MEMBER',
      'operator',
      undefined,
    ]) {
      expect(isHost({ verified: true, role }), String(role)).to.equal(false);
    }
  });
});
