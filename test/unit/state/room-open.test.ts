import { expect } from '@open-wc/testing';
import type { VideoRoom } from '../../../src/api/types.js';
import { createMockServices, createMockService, demoPassword } from '../../../src/mock/index.js';
import { createWorld, failure, reasonOf, rooms, type World } from './room-support.js';

describe('opening a room', () => {
  let world: World;
  afterEach(() => world.store.dispose());

  it('is idle before anything is asked of it', () => {
    world = createWorld();
    expect(world.store.phase.getSnapshot()).to.deep.equal({ state: 'idle' });
    expect(world.store.roster.getSnapshot().identities).to.be.empty;
    expect(world.store.session).to.equal(undefined);
  });

  describe('open()', () => {
    it('loads the room and waits in the prejoin', async () => {
      world = createWorld();
      const opening = world.store.open(rooms.open);
      expect(world.store.phase.getSnapshot()).to.deep.equal({ state: 'loading', roomId: '1' });
      await opening;
      expect(world.states).to.deep.equal(['loading', 'prejoin']);
      expect(world.store.phase.getSnapshot()).to.have.nested.property('room.id', 1);
    });

    it('finds a room by its uuid', async () => {
      world = createWorld();
      await world.store.open(world.services.service.rooms[0]!.uuid!);
      expect(world.states).to.deep.equal(['loading', 'prejoin']);
    });

    it('joins at once when the options say so', async () => {
      world = createWorld({ autoJoin: true });
      await world.store.open(rooms.open);
      expect(world.states).to.deep.equal(['loading', 'connecting', 'connected']);
    });

    it('asks for the password of a locked room', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      expect(world.store.phase.getSnapshot()).to.include({
        state: 'password',
        checking: false,
        rejected: false,
      });
    });

    it('refuses a room that is not a call', async () => {
      world = createWorld();
      expect(await reasonOf(world.store.open(rooms.broadcast))).to.equal('unsupported-room-type');
      expect(world.states).to.deep.equal(['loading', 'failed']);
      expect(world.store.phase.getSnapshot()).to.have.nested.property('room.id', 6);
      expect(world.errors).to.deep.equal(['unsupported-room-type']);
    });

    it('finds that a room is over', async () => {
      const over: Partial<VideoRoom>[] = [
        { videoRoomState: 'ENDED' },
        { videoRoomState: 'CANCELLED' },
        { videoRoomState: 'ARCHIVED' },
        { state: 'DELETED' },
      ];
      const service = createMockService();
      world = createWorld({}, createMockServices({ service }));
      for (const facts of over) {
        service.putRoom({ ...service.rooms[0]!, ...facts });
        await world.store.open(rooms.open);
        expect(world.store.phase.getSnapshot().state, JSON.stringify(facts)).to.equal('ended');
      }
      expect(world.errors).to.be.empty;
    });

    it('treats an unknown state as one that can be joined', async () => {
      const service = createMockService();
      world = createWorld({}, createMockServices({ service }));
      service.putRoom({ ...service.rooms[0]!, videoRoomState: 'PAUSED', state: 'FROZEN' });
      await world.store.open(rooms.open);
      expect(world.states).to.deep.equal(['loading', 'prejoin']);
    });

    it('fails with the reason of the service, once', async () => {
      world = createWorld();
      expect(await reasonOf(world.store.open('404'))).to.equal('room-not-found');
      expect(world.states).to.deep.equal(['loading', 'failed']);
      expect(world.errors).to.deep.equal(['room-not-found']);
    });

    it('fails with an empty id before it asks the service', async () => {
      world = createWorld();
      expect(await reasonOf(world.store.open('  '))).to.equal('invalid-room-id');
      expect(world.services.service.calls.getRoom).to.equal(undefined);
    });

    it('fails when something throws that is no FfcError', async () => {
      world = createWorld();
      world.services.service.getRoom = () => Promise.reject(new Error('no such luck'));
      expect(await reasonOf(world.store.open(rooms.open))).to.equal('unknown');
    });

    it('gives up the room before for a newer one', async () => {
      world = createWorld();
      const release = world.services.service.hold('getRoom');
      const older = world.store.open(rooms.open);
      release();
      const newer = world.store.open(rooms.locked);
      expect(await reasonOf(older)).to.equal('aborted');
      await newer;
      expect(world.states).to.deep.equal(['loading', 'password']);
      expect(world.errors).to.be.empty;
    });

    it('leaves the call before for a newer room', async () => {
      world = createWorld();
      await world.store.open(rooms.open);
      await world.store.join();
      const { session } = world.services;
      await world.store.open(rooms.locked);
      expect(session.connection).to.deep.equal({ state: 'disconnected', reason: 'client' });
      expect(session.listeners).to.equal(0);
      expect(world.store.roster.getSnapshot().identities).to.be.empty;
    });
  });

  describe('submitPassword()', () => {
    it('lets in with the right one, and joins with it', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      await world.store.submitPassword(demoPassword);
      expect(world.store.phase.getSnapshot().state).to.equal('prejoin');
      await world.store.join();
      expect(world.states).to.deep.equal([
        'loading',
        'password',
        'prejoin',
        'connecting',
        'connected',
      ]);
    });

    it('joins right away where no prejoin is wanted', async () => {
      world = createWorld({ autoJoin: true });
      await world.store.open(rooms.locked);
      await world.store.submitPassword(demoPassword);
      expect(world.states).to.deep.equal(['loading', 'password', 'connecting', 'connected']);
    });

    it('says that it checks, and that the password was wrong', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      const check = world.store.submitPassword('guess');
      expect(world.store.phase.getSnapshot()).to.include({ checking: true, rejected: false });
      await check;
      expect(world.store.phase.getSnapshot()).to.include({ checking: false, rejected: true });
      expect(world.errors).to.deep.equal(['wrong-password']);
      expect(world.states).to.deep.equal(['loading', 'password']);
    });

    it('fails when the password could not be checked', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      world.services.service.failNext('issueRtcToken', failure('network'));
      expect(await reasonOf(world.store.submitPassword(demoPassword))).to.equal('network');
      expect(world.store.phase.getSnapshot().state).to.equal('failed');
      expect(world.errors).to.deep.equal(['network']);
    });

    it('refuses a second one while the first is checked', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      const first = world.store.submitPassword(demoPassword);
      expect(await reasonOf(world.store.submitPassword('other'))).to.equal('invalid-state');
      await first;
      expect(world.states).to.deep.equal(['loading', 'password', 'prejoin']);
    });

    it('never shows the password', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      await world.store.submitPassword(demoPassword);
      expect(JSON.stringify(world.store.phase.getSnapshot())).not.to.include(demoPassword);
    });
  });
});
