import { expect } from '@open-wc/testing';
import type { ParticipantSnapshot, RoomStoreEvents } from '../../../src/state/types.js';
import { createWorld, failure, rooms, type World } from './room-support.js';

const joined = { microphone: false, camera: false };

/** Joins a room in which `people` are already. */
async function join(world: World, people: number): Promise<void> {
  world.services.session.crowd(people);
  await world.store.open(rooms.open);
  await world.store.join(joined);
}

/** Counts how often each cell of the store notifies. */
function countNotifications(world: World): Record<string, number> {
  const counts: Record<string, number> = {};
  const { store } = world;
  const count = (name: string) => (): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  store.roster.subscribe(count('roster'));
  store.phase.subscribe(count('phase'));
  store.controls.subscribe(count('controls'));
  for (const identity of store.roster.getSnapshot().identities) {
    store.participant(identity).subscribe(count(identity));
  }
  return counts;
}

/** Records the events about participants as short lines. */
function record(world: World): string[] {
  const lines: string[] = [];
  const types = [
    'participant-joined',
    'participant-left',
    'participant-change',
    'track-published',
    'track-unpublished',
    'track-subscribed',
    'track-unsubscribed',
    'track-muted',
    'track-unmuted',
    'track-failed',
    'quality-change',
    'state-change',
  ] as const satisfies readonly (keyof RoomStoreEvents)[];
  for (const type of types) {
    world.store.on(type, (event: object) => {
      const { participant, track, initial, changed, quality, state } = event as {
        participant?: ParticipantSnapshot;
        track?: { source: string };
        initial?: boolean;
        changed?: readonly string[];
        quality?: string;
        state?: string;
      };
      const words = [participant?.identity, track?.source, initial && 'initial', changed, quality];
      lines.push([type, ...words, state].filter(Boolean).join(' '));
    });
  }
  return lines;
}

describe('the people in a room', () => {
  let world: World;
  beforeEach(() => {
    world = createWorld();
  });
  afterEach(() => world.store.dispose());

  const snapshotOf = (identity: string) => world.store.participant(identity).getSnapshot();

  it('are listed with the local participant first, then in the order of their joining', async () => {
    const { session } = world.services;
    session.addParticipant({ identity: 'late', joinedAt: 2000 });
    session.addParticipant({ identity: 'early', joinedAt: 1000 });
    await world.store.open(rooms.open);
    await world.store.join(joined);
    session.addParticipant({ identity: 'last' });
    expect(world.store.roster.getSnapshot()).to.deep.equal({
      identities: ['me', 'early', 'late', 'last'],
      localIdentity: 'me',
      activeSpeakers: [],
    });
  });

  it('are all there when the phase says connected', async () => {
    let seen: readonly string[] = [];
    world.store.on('state-change', ({ state }) => {
      if (state !== 'connected') return;
      seen = world.store.roster.getSnapshot().identities;
      for (const identity of seen) expect(snapshotOf(identity), identity).not.to.equal(undefined);
    });
    await join(world, 3);
    expect(seen).to.deep.equal(['me', 'guest1', 'guest2', 'guest3']);
  });

  it('are named by their metadata, in the snapshot and in events', async () => {
    const { session } = world.services;
    session.addParticipant({
      identity: 'u1',
      name: 'server name',
      metadata: { appUserName: 'Mina', channelMemberType: 'OPERATOR' },
    });
    await join(world, 0);
    expect(snapshotOf('u1')).to.include({ identity: 'u1', name: 'Mina' });
    expect(snapshotOf('u1')?.member.role).to.equal('OPERATOR');
  });

  it('do not pass for another member, from when they may change their metadata', async () => {
    const { session } = world.services;
    const metadata = { appUserId: 'mina', appUserName: 'Mina', channelMemberType: 'OPERATOR' };
    session.addParticipant({ identity: 'u1', name: 'server name', metadata });
    await join(world, 0);
    expect(snapshotOf('u1')?.member).to.include({ verified: true, appUserId: 'mina' });
    const changes: (readonly string[])[] = [];
    world.store.on('participant-change', ({ changed }) => changes.push(changed));

    session.setPermissions('u1', { canUpdateMetadata: true });
    expect(snapshotOf('u1')).to.include({ name: 'server name' });
    expect(snapshotOf('u1')?.permissions).to.include({ canUpdateMetadata: true });
    expect(snapshotOf('u1')?.member).to.include({
      verified: false,
      appUserId: undefined,
      role: undefined,
    });
    expect(changes).to.deep.equal([['permissions', 'member']]);
  });

  it('have snapshots that cannot be changed', async () => {
    await join(world, 1);
    const guest = snapshotOf('guest1')!;
    for (const part of [guest, guest.member, guest.tracks, guest.tracks[0], guest.attributes]) {
      expect(part).to.be.frozen;
    }
    expect(world.store.roster.getSnapshot().identities).to.be.frozen;
  });

  it('emit the earlier participants and their publications as initial', async () => {
    world.services.session.addParticipant({ identity: 'mina', microphone: false });
    await world.store.open(rooms.open);
    const lines = record(world);
    await world.store.join(joined);
    world.services.session.addParticipant({ identity: 'seo', camera: false });
    expect(lines).to.deep.equal([
      'state-change connecting',
      'state-change connected',
      'participant-joined me',
      'participant-joined mina initial',
      'track-published mina camera initial',
      'track-subscribed mina camera',
      'participant-change mina tracks',
      'participant-joined seo',
      'track-published seo microphone',
      'track-subscribed seo microphone',
      'participant-change seo tracks',
    ]);
  });

  it('emit each change with the snapshot after it', async () => {
    await join(world, 1);
    const { session } = world.services;
    const lines = record(world);
    const events: unknown[] = [];
    world.store.on('track-muted', ({ participant, track }) => {
      events.push(participant === snapshotOf('guest1'), track.muted, participant.tracks[1]!.muted);
    });
    session.setMuted('guest1', 'microphone', true);
    session.setMuted('guest1', 'microphone', false);
    session.setQuality('guest1', 'poor');
    session.setAttributes('guest1', { hand: 'raised' });
    session.unpublish('guest1', 'camera');
    expect(events).to.deep.equal([true, true, true]);
    expect(lines).to.deep.equal([
      'track-muted guest1 microphone',
      'participant-change guest1 tracks',
      'track-unmuted guest1 microphone',
      'participant-change guest1 tracks',
      'participant-change guest1 quality',
      'quality-change guest1 poor',
      'participant-change guest1 attributes',
      'track-unsubscribed guest1 camera',
      'participant-change guest1 tracks',
      'track-unpublished guest1 camera',
      'participant-change guest1 tracks',
    ]);
  });

  it('emit a change of the member when the metadata changes it', async () => {
    await join(world, 1);
    const lines = record(world);
    world.services.session.setMetadata('guest1', { appUserName: 'New name' });
    world.services.session.setMetadata('guest1', '{ "appUserName": "New name" }');
    expect(snapshotOf('guest1')?.name).to.equal('New name');
    expect(lines).to.deep.equal([
      'participant-change guest1 metadata,member',
      'participant-change guest1 metadata',
    ]);
  });

  it('leave one by one, and their cells are empty then', async () => {
    await join(world, 2);
    const lines = record(world);
    const left: RoomStoreEvents['participant-left'][] = [];
    world.store.on('participant-left', (event) => left.push(event));
    const cell = world.store.participant('guest1');
    world.services.session.removeParticipant('guest1');
    expect(cell.getSnapshot()).to.equal(undefined);
    expect(world.store.roster.getSnapshot().identities).to.deep.equal(['me', 'guest2']);
    expect(left[0]?.participant.name).to.equal('Mina Kim');
    expect(left[0]?.reason).to.equal(undefined);
    expect(lines.at(-1)).to.equal('participant-left guest1');
    world.services.session.addParticipant({ identity: 'guest1', name: 'Back again' });
    expect(cell.getSnapshot()?.name).to.equal('Back again');
  });

  it('have not left when I do', async () => {
    await join(world, 2);
    const lines = record(world);
    const cell = world.store.participant('guest1');
    await world.store.leave();
    expect(lines).to.deep.equal(['state-change left']);
    expect(cell.getSnapshot()).to.equal(undefined);
  });

  it('speak, the loudest first, until they are silent or gone', async () => {
    await join(world, 3);
    const { session } = world.services;
    const speakers: string[][] = [];
    world.store.on('active-speakers-change', ({ participants }) => {
      speakers.push(participants.map(({ identity }) => identity));
    });
    session.setSpeaking({ guest1: 0.3, guest2: 0.9 });
    expect(world.store.roster.getSnapshot().activeSpeakers).to.deep.equal(['guest2', 'guest1']);
    session.removeParticipant('guest2');
    expect(world.store.roster.getSnapshot().activeSpeakers).to.deep.equal(['guest1']);
    session.setSpeaking({});
    expect(world.store.roster.getSnapshot().activeSpeakers).to.be.empty;
    expect(speakers).to.deep.equal([['guest2', 'guest1'], []]);
  });

  it('emit a failed track, which is an error as well', async () => {
    await join(world, 1);
    const { session } = world.services;
    const lines = record(world);
    const error = failure('subscribe-failed', 'session');
    session.failTrack('guest1', error);
    session.failTrack('guest1', error);
    expect(lines).to.deep.equal(['track-failed guest1', 'track-failed guest1']);
    expect(world.errors).to.deep.equal(['subscribe-failed']);
  });

  describe('among a hundred', () => {
    beforeEach(() => join(world, 100));

    it('a mute notifies one cell, once', () => {
      const counts = countNotifications(world);
      world.services.session.setMuted('guest42', 'camera', true);
      expect(counts).to.deep.equal({ guest42: 1 });
    });

    it('equal facts notify nobody', () => {
      const counts = countNotifications(world);
      const before = snapshotOf('guest1');
      const { session } = world.services;
      session.setAttributes('guest1', {});
      session.setSpeaking({});
      session.setQuality('guest1', 'excellent');
      expect(counts).to.deep.equal({});
      expect(snapshotOf('guest1')).to.equal(before);
    });

    it('one who speaks notifies that one and the roster', () => {
      const counts = countNotifications(world);
      world.services.session.setSpeaking({ guest7: 0.5 });
      world.services.session.setSpeaking({ guest7: 0.7 });
      expect(counts).to.deep.equal({ guest7: 2, roster: 1 });
    });

    it('one who joins or leaves notifies that one and the roster', () => {
      const counts = countNotifications(world);
      world.services.session.removeParticipant('guest7');
      expect(counts).to.deep.equal({ guest7: counts['guest7'], roster: 1 });
      world.services.session.addParticipant({ identity: 'new' });
      expect(counts).to.deep.equal({ guest7: counts['guest7'], roster: 2 });
    });

    it('an unchanged part of a snapshot stays the same object', () => {
      const before = snapshotOf('guest1')!;
      world.services.session.setMuted('guest1', 'microphone', true);
      const after = snapshotOf('guest1')!;
      expect(after.member).to.equal(before.member);
      expect(after.attributes).to.equal(before.attributes);
      expect(after.tracks[0]).to.equal(before.tracks[0]);
      expect(after.tracks[1]).not.to.equal(before.tracks[1]);
    });
  });
});
