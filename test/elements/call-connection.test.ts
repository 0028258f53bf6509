import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import {
  heardJoin,
  joinRoom,
  newsRegion,
  type RoomBench,
  shownText,
} from '../support/room-bench.js';

type Room = RoomBench['room'];

const find = (room: Room, selector: string): HTMLElement | null =>
  room.shadowRoot!.querySelector<HTMLElement>(selector);

const host = (appUserId: string): string =>
  JSON.stringify({ appUserId, channelMemberType: 'OPERATOR' });

describe('the header of a call', () => {
  it('has title, clock, lock, recording sign, people, connection and link, in this order', async () => {
    const { room, services } = await joinRoom({
      properties: { inviteUrl: '/rooms/1' },
      prepare: ({ session }) => session.setRoomInfo({ isRecording: true, isEncrypted: true }),
    });
    services.session.setQuality('me', 'good');
    const late = ['[part~=copy-link]', '[part=lock]', '[part~=connection]'];
    await eventually(room, () => late.every((part) => find(room, part)));
    const parts = [...find(room, '[part=header]')!.children].map(
      (child) => child.getAttribute('part')?.split(' ')[0],
    );
    expect(parts).to.deep.equal([
      'title',
      'lock',
      'clock',
      'recording',
      'people-count',
      'connection',
      'copy-link',
    ]);
    await expect(room).to.be.accessible();
  });

  it('describes the quality of the local connection, and opens its details', async () => {
    const { room, services } = await joinRoom({
      prepare: ({ session }) => session.addParticipant({ identity: 'ann', name: 'Ann' }),
    });
    const sign = await eventually(room, () => find(room, '[part~=connection]'));
    services.session.setQuality('me', 'poor');
    await eventually(room, () => sign.getAttribute('aria-label') === 'Poor connection');
    services.session.setQuality('ann', 'lost');
    sign.click();
    const dialog = await eventually(room, () => find(room, '.connection-details'));
    expect(dialog.textContent).to.contain('Turn off your camera');
    expect(dialog.textContent).to.contain('Ann has a bad connection.');
    await expect(room).to.be.accessible();
    services.session.setQuality('me', 'excellent');
    expect(dialog.textContent).to.contain('Excellent connection');
    dialog.querySelector('button')!.click();
    await eventually(room, () => !find(room, '.connection-details'));
  });

  it('takes the details away with the call', async () => {
    const { room } = await joinRoom();
    (await eventually(room, () => find(room, '[part~=connection]'))).click();
    await eventually(room, () => find(room, '.connection-details'));
    await room.leave();
    await eventually(room, () => !find(room, '.connection-details'));
  });
});

describe('a call whose host leaves', () => {
  it('says that it goes on without one', async () => {
    const { room, services } = await joinRoom({
      prepare: ({ session }) =>
        session.addParticipant({ identity: 'ann', name: 'Ann', metadata: host('ann') }),
    });
    await heardJoin(room);
    services.session.removeParticipant('ann', 'client');
    await eventually(room, () => shownText(room.shadowRoot!).includes('The call goes on'));
    await eventually(room, () => newsRegion(room)?.textContent.includes('Ann, the host, left.'));
  });

  it('says who hosts it now', async () => {
    const { room, services } = await joinRoom({
      prepare: ({ session }) => {
        session.addParticipant({ identity: 'ann', name: 'Ann', metadata: host('ann') });
        session.addParticipant({ identity: 'ben', name: 'Ben', metadata: host('ben') });
      },
    });
    await heardJoin(room);
    services.session.removeParticipant('ann', 'client');
    await eventually(room, () => shownText(room.shadowRoot!).includes('Ben hosts the call now.'));
  });

  it('takes the notice away when the host comes back', async () => {
    const { room, services } = await withHost();
    services.session.removeParticipant('ann', 'connection-lost');
    await eventually(room, () => isNotified(room));
    services.session.addParticipant(ann);
    await eventually(room, () => newsRegion(room)?.textContent.includes('Ann joined'));
    // The notice would also go by itself, but later.
    expect(isNotified(room)).to.equal(false);
  });

  it('takes the notice away when the first of two hosts who left comes back', async () => {
    const { room, services } = await withHost();
    services.session.addParticipant({ identity: 'ben', name: 'Ben', metadata: host('ben') });
    services.session.removeParticipant('ann', 'client');
    services.session.removeParticipant('ben', 'client');
    await eventually(room, () => shownText(room.shadowRoot!).includes('Ben, the host, left.'));
    services.session.addParticipant(ann);
    await eventually(room, () => newsRegion(room)?.textContent.includes('Ann joined'));
    // The notice would also go by itself, but later.
    expect(isNotified(room)).to.equal(false);
  });

  it('keeps the notice when somebody else joins', async () => {
    const { room, services } = await withHost();
    services.session.removeParticipant('ann', 'client');
    await eventually(room, () => isNotified(room));
    services.session.addParticipant({ identity: 'ben', name: 'Ben' });
    await eventually(room, () => newsRegion(room)?.textContent.includes('Ben joined'));
    expect(isNotified(room)).to.equal(true);
  });

  it('says nothing of a host who goes on with another device', async () => {
    const { room, services } = await withHost();
    services.session.removeParticipant('ann', 'duplicate-identity');
    services.session.addParticipant(ann);
    await eventually(room, () => newsRegion(room)?.textContent.includes('Ann left'));
    expect(isNotified(room)).to.equal(false);
    expect(newsRegion(room)?.textContent).not.to.contain('the host');
  });

  it('says nothing to an observer', async () => {
    const { room, services } = await withHost({ observer: true });
    services.session.removeParticipant('ann', 'client');
    await nextNews(room, services);
    expect(isNotified(room)).to.equal(false);
  });

  it('says nothing of a host who only observed, and spoke for a while', async () => {
    const { room, services } = await withHost();
    const metadata = {
      appUserId: 'ben',
      channelMemberType: 'OPERATOR',
      customData: { observer: true },
    };
    services.session.addParticipant({ identity: 'ben', name: 'Ben', metadata });
    services.session.removeParticipant('ben', 'client');
    await nextNews(room, services);
    expect(isNotified(room)).to.equal(false);
  });
});

const ann = { identity: 'ann', name: 'Ann', metadata: host('ann') };

const isNotified = (room: Room): boolean => find(room, '[part=notice]') !== null;

/** A call with a host, whose join was announced. */
async function withHost(properties: Partial<Room> = {}): Promise<RoomBench> {
  const bench = await joinRoom({
    properties,
    prepare: ({ session }) => session.addParticipant(ann),
  });
  await heardJoin(bench.room);
  return bench;
}

/** Waits for an announcement after those of what happened before. */
async function nextNews(room: Room, { session }: RoomBench['services']): Promise<void> {
  session.setRoomInfo({ isRecording: true });
  session.setRoomInfo({ isRecording: false });
  await eventually(room, () => newsRegion(room)?.textContent.includes('has stopped'));
}
