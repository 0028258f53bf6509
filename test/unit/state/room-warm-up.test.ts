import { expect } from '@open-wc/testing';
import { createMockServices, type MockServices } from '../../../src/mock/index.js';
import { createWorld, failure, rooms, until, type World } from './room-support.js';
import { demoRoom } from '../../support/room-bench.js';

interface Counted {
  readonly services: MockServices;
  /** How often an RTC token was requested. */
  readonly asked: () => number;
  /** Resolves with the first request. */
  readonly first: Promise<void>;
}

function counted(services: MockServices): Counted {
  let count = 0;
  let resolve = (): void => {};
  const first = new Promise<void>((done) => (resolve = done));
  const issueRtcToken = services.service.issueRtcToken.bind(services.service);
  services.service.issueRtcToken = (...args) => {
    count++;
    resolve();
    return issueRtcToken(...args);
  };
  return { services, asked: () => count, first };
}

describe('a room at its prejoin', () => {
  let world: World;
  afterEach(() => world.store.dispose());
  const ready = () => until(world.store.controls, ({ camera }) => camera.enabled);

  it('has a token ready, and joins with that', async () => {
    const { services, asked, first } = counted(createMockServices());
    world = createWorld({ noPreview: false }, services);
    await world.store.open(rooms.open);
    await ready();
    await first;
    expect(asked()).to.equal(1);
    await world.store.join();
    expect(asked()).to.equal(1);
  });

  it('requests another one for another name', async () => {
    const { services, asked, first } = counted(createMockServices());
    world = createWorld({ noPreview: false }, services);
    await world.store.open(rooms.open);
    await ready();
    await first;
    await world.store.join({ displayName: 'Dr. Kim' });
    expect(asked()).to.equal(2);
  });

  it('joins all the same when no token could be had ahead', async () => {
    const { services, asked, first } = counted(createMockServices());
    services.service.failNext('issueRtcToken', failure('network'));
    world = createWorld({ noPreview: false }, services);
    await world.store.open(rooms.open);
    await ready();
    await first;
    await world.store.join();
    expect(asked()).to.equal(2);
    expect(world.errors).to.deep.equal([]);
  });

  it('joins no room that is over since its token was requested', async () => {
    const { services, first } = counted(createMockServices());
    world = createWorld({ noPreview: false }, services);
    await world.store.open(rooms.open);
    await ready();
    await first;
    services.service.failNext('getRoom', failure('room-not-found'));
    const failed = await world.store.join().catch((thrown: unknown) => thrown);
    expect(failed).to.have.property('reason', 'room-not-found');
    expect(world.store.phase.getSnapshot().state).to.equal('failed');
  });

  it('joins where nobody can say whether the room is still open', async () => {
    const { services, first } = counted(createMockServices());
    world = createWorld({ noPreview: false }, services);
    await world.store.open(rooms.open);
    await ready();
    await first;
    services.service.failNext('getRoom', failure('network'));
    await world.store.join();
    expect(world.store.phase.getSnapshot().state).to.equal('connected');
  });

  it('asks nobody to be let in before the join, nor for a room that is recorded', async () => {
    for (const rule of ['manuallyApproval', 'canAutoRoomCompositeRecording'] as const) {
      const policy = { ...demoRoom({}).policy, [rule]: true };
      const made = createMockServices({ service: { rooms: [demoRoom({ policy })] } });
      const { services, asked } = counted(made);
      world = createWorld({ noPreview: false }, services);
      await world.store.open(rooms.open);
      await ready();
      // The code that could request a token has loaded and run by then.
      await import('../../../src/state/room/join-call.js');
      await world.store.setMicrophoneEnabled(false);
      expect(asked(), rule).to.equal(0);
      await world.store.dispose();
    }
  });
});
