import { expect } from '@open-wc/testing';
import { createMockServices, demoPassword } from '../../../src/mock/index.js';
import { createWorld, failure, reasonOf, rooms, untilState, type World } from './room-support.js';

describe('joining a room', () => {
  let world: World;
  afterEach(() => world.store.dispose());

  describe('join()', () => {
    it('takes a password instead of the question', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      await world.store.join({ password: demoPassword });
      expect(world.states).to.deep.equal(['loading', 'password', 'connecting', 'connected']);
    });

    it('asks for the password when the one that it took is wrong', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      const joining = world.store.join({ password: 'guess' });
      expect(await reasonOf(joining)).to.equal('wrong-password');
      expect(world.store.phase.getSnapshot()).to.include({ state: 'password', rejected: true });
      expect(world.errors).to.deep.equal(['wrong-password']);
      await world.store.submitPassword(demoPassword);
      await world.store.join();
      expect(world.store.phase.getSnapshot().state).to.equal('connected');
    });

    it('may be asked for while the room is loading', async () => {
      world = createWorld();
      const opening = world.store.open(rooms.locked);
      await Promise.all([world.store.join({ password: demoPassword }), opening]);
      expect(world.states).to.deep.equal(['loading', 'connecting', 'connected']);
    });

    it('says so when the room that was loading does not let in', async () => {
      world = createWorld();
      const opening = world.store.open(rooms.locked);
      expect(await reasonOf(world.store.join())).to.equal('invalid-state');
      await opening;
      expect(world.store.phase.getSnapshot().state).to.equal('password');
    });

    it('asks for a new token each time', async () => {
      world = createWorld();
      const { service } = world.services;
      await world.store.open(rooms.open);
      await world.store.join();
      await world.store.leave();
      await world.store.retry();
      await world.store.join();
      expect(service.calls.issueRtcToken).to.equal(2);
    });

    it('fails when the media server does not let in, and leaves nothing behind', async () => {
      world = createWorld();
      world.services.session.failNext('connect', failure('media-token-rejected', 'connect'));
      await world.store.open(rooms.open);
      expect(await reasonOf(world.store.join())).to.equal('media-token-rejected');
      expect(world.states).to.deep.equal(['loading', 'prejoin', 'connecting', 'failed']);
      expect(world.errors).to.deep.equal(['media-token-rejected']);
      expect(world.services.session.listeners).to.equal(0);
      expect(world.store.session).to.equal(undefined);
    });

    it('fails when there is no token', async () => {
      world = createWorld();
      world.services.service.failNext('issueRtcToken', failure('token-rejected', 'token'));
      await world.store.open(rooms.open);
      expect(await reasonOf(world.store.join())).to.equal('token-rejected');
      expect(world.errors).to.deep.equal(['token-rejected']);
    });

    it('fails once when the media library cannot be loaded', async () => {
      const createSession = () => Promise.reject(failure('load-failed', 'setup'));
      world = createWorld({ noPreview: false }, { ...createMockServices(), createSession });
      await world.store.open(rooms.open);
      await untilState(world.store, 'failed');
      expect(world.errors).to.deep.equal(['load-failed']);
      expect(world.store.controls.getSnapshot().camera).to.include({
        pending: false,
        error: undefined,
      });
    });

    it('refuses to join twice', async () => {
      world = createWorld();
      await world.store.open(rooms.open);
      const first = world.store.join();
      expect(await reasonOf(world.store.join())).to.equal('invalid-state');
      await first;
      expect(await reasonOf(world.store.join())).to.equal('invalid-state');
      expect(world.services.service.calls.issueRtcToken).to.equal(1);
    });
  });
});
