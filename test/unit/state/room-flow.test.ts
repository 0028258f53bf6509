import { expect } from '@open-wc/testing';
import { demoPassword } from '../../../src/mock/index.js';
import type { DisconnectReason } from '../../../src/rtc/session.js';
import type { RoomState } from '../../../src/state/types.js';
import { connecting, createWorld, failure, reasonOf, rooms, type World } from './room-support.js';

describe('the end of a call', () => {
  let world: World;
  afterEach(() => world.store.dispose());

  describe('leave()', () => {
    it('leaves a call', async () => {
      world = createWorld();
      await world.store.open(rooms.open);
      await world.store.join();
      await world.store.leave();
      expect(world.states.at(-1)).to.equal('left');
      expect(world.store.roster.getSnapshot()).to.deep.equal({
        identities: [],
        localIdentity: undefined,
        activeSpeakers: [],
      });
      await world.store.leave();
      expect(world.errors).to.be.empty;
    });

    it('leaves while connecting, and rejects the join', async () => {
      world = createWorld();
      world.services.session.hold('connect');
      await world.store.open(rooms.open);
      const outcome = reasonOf(world.store.join());
      await connecting(world.services.session);
      await world.store.leave();
      expect(await outcome).to.equal('aborted');
      expect(world.states).to.deep.equal(['loading', 'prejoin', 'connecting', 'left']);
      expect(world.errors).to.be.empty;
      expect(world.services.session.connection.state).to.equal('disconnected');
    });

    it('leaves the prejoin and the password question', async () => {
      world = createWorld({ noPreview: false });
      for (const room of [rooms.open, rooms.locked]) {
        await world.store.open(room);
        await world.store.leave();
        expect(world.store.phase.getSnapshot().state).to.equal('left');
      }
      expect(world.services.session.listeners).to.equal(0);
    });

    it('forgets the password', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      await world.store.submitPassword(demoPassword);
      await world.store.leave();
      await world.store.retry();
      expect(world.store.phase.getSnapshot().state).to.equal('password');
    });
  });

  describe('the connection', () => {
    const ends: readonly [Exclude<DisconnectReason, 'client'>, RoomState][] = [
      ['duplicate-identity', 'removed'],
      ['removed', 'removed'],
      ['room-ended', 'ended'],
      ['connection-lost', 'failed'],
    ];
    for (const [reason, state] of ends) {
      it(`ends as "${state}" when it ends with "${reason}"`, async () => {
        world = createWorld();
        await world.store.open(rooms.open);
        await world.store.join();
        world.services.session.end(reason);
        const phase = world.store.phase.getSnapshot();
        expect(phase.state).to.equal(state);
        if (phase.state === 'removed') expect(phase.reason).to.equal(reason);
        expect(world.errors).to.deep.equal(state === 'failed' ? ['connection-lost'] : []);
        expect(world.services.session.listeners).to.equal(0);
        expect(world.store.roster.getSnapshot().identities).to.be.empty;
      });
    }

    it('is left when the media library was told to disconnect', async () => {
      world = createWorld();
      await world.store.open(rooms.open);
      await world.store.join();
      await world.services.session.disconnect();
      expect(world.store.phase.getSnapshot().state).to.equal('left');
    });

    it('is restored, and everybody stays meanwhile', async () => {
      world = createWorld();
      world.services.session.crowd(2);
      await world.store.open(rooms.open);
      await world.store.join();
      world.services.session.reconnect('signal');
      expect(world.store.phase.getSnapshot()).to.include({ state: 'reconnecting', kind: 'signal' });
      world.services.session.reconnect('full');
      expect(world.store.phase.getSnapshot()).to.include({ state: 'reconnecting', kind: 'full' });
      expect(world.store.roster.getSnapshot().identities).to.have.length(3);
      world.services.session.restore();
      expect(world.states.slice(-3)).to.deep.equal(['connected', 'reconnecting', 'connected']);
    });

    it('can be lost for good while it is being restored', async () => {
      world = createWorld();
      await world.store.open(rooms.open);
      await world.store.join();
      world.services.session.reconnect('full');
      world.services.session.end('connection-lost');
      expect(world.store.phase.getSnapshot()).to.have.nested.property('error.retryable', true);
    });
  });

  describe('retry()', () => {
    it('opens the room again after each kind of end', async () => {
      world = createWorld();
      const ends = ['removed', 'room-ended', 'connection-lost'] as const;
      await world.store.open(rooms.open);
      for (const end of ends) {
        await world.store.join();
        world.services.session.end(end);
        await world.store.retry();
        expect(world.store.phase.getSnapshot().state, end).to.equal('prejoin');
      }
    });

    it('opens a room again that could not be opened', async () => {
      world = createWorld();
      world.services.service.failNext('getRoom', failure('network'));
      await reasonOf(world.store.open(rooms.open));
      await world.store.retry();
      expect(world.states).to.deep.equal(['loading', 'failed', 'loading', 'prejoin']);
    });

    it('does not ask again for the password of a call that was cut off', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      await world.store.join({ password: demoPassword });
      world.services.session.end('connection-lost');
      await world.store.retry();
      await world.store.join();
      expect(world.store.phase.getSnapshot().state).to.equal('connected');
    });

    it('asks for the password when it has changed since', async () => {
      world = createWorld();
      await world.store.open(rooms.locked);
      await world.store.join({ password: demoPassword });
      world.services.session.end('connection-lost');
      await world.services.service.updateRoom(3, { password: 'another' });
      await world.store.retry();
      expect(await reasonOf(world.store.join())).to.equal('wrong-password');
      expect(world.store.phase.getSnapshot()).to.include({ state: 'password', rejected: true });
    });
  });

  describe('fail()', () => {
    it('shows a failure of the page, and ends all pending work', async () => {
      world = createWorld();
      world.store.fail(failure('missing-endpoint', 'setup'));
      expect(world.store.phase.getSnapshot()).to.include({ state: 'failed', room: undefined });
      await world.store.open(rooms.open);
      await world.store.join();
      world.store.fail(failure('load-failed', 'setup'));
      expect(world.services.session.connection.state).to.equal('disconnected');
      expect(world.errors).to.deep.equal(['missing-endpoint', 'load-failed']);
    });
  });

  it('refuses every intent that does not fit, by a rejection, without an event', async () => {
    world = createWorld();
    const { store } = world;
    const intents = {
      submitPassword: () => store.submitPassword('x'),
      join: () => store.join(),
      leave: () => store.leave(),
      retry: () => store.retry(),
      setMicrophoneEnabled: () => store.setMicrophoneEnabled(true),
      setCameraEnabled: () => store.setCameraEnabled(true),
      setScreenShareEnabled: () => store.setScreenShareEnabled(true),
      switchDevice: () => store.switchDevice('audioinput', 'mic-2'),
      setSubscribed: () => store.setSubscribed('x', true),
      startAudio: () => store.startAudio(),
    };
    for (const [name, intent] of Object.entries(intents)) {
      expect(await reasonOf(intent()), name).to.equal('invalid-state');
    }
    expect(world.errors).to.be.empty;
    expect(world.states).to.be.empty;
  });
});
