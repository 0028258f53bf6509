import { expect } from '@open-wc/testing';
import { createMockServices, type MockServices } from '../../../src/mock/index.js';
import { createWorld, failure, rooms, until, type World } from './room-support.js';
import { demoRoom } from '../../support/room-bench.js';

/** The services, and how often an RTC token was requested of them. */
function counted(services: MockServices): { services: MockServices; asked: () => number } {
  let count = 0;
  const issueRtcToken = services.service.issueRtcToken.bind(services.service);
  services.service.issueRtcToken = (...args) => {
    count++;
    return issueRtcToken(...args);
  };
  return { services, asked: () => count };
}

describe('a room at its prejoin', () => {
  let world: World;
  afterEach(() => world.store.dispose());
  const ready = () => until(world.store.controls, ({ camera }) => camera.enabled);

  it('has a token ready, and joins with that', async () => {
    const { services, asked } = counted(createMockServices());
    world = createWorld({ noPreview: false }, services);
    await world.store.open(rooms.open);
    await ready();
    expect(asked()).to.equal(1);
    await world.store.join();
    expect(asked()).to.equal(1);
  });

  it('requests another one for another name', async () => {
    const { services, asked } = counted(createMockServices());
    world = createWorld({ noPreview: false }, services);
    await world.store.open(rooms.open);
    await ready();
    await world.store.join({ displayName: 'Dr. Kim' });
    expect(asked()).to.equal(2);
  });

  it('joins all the same when no token could be had ahead', async () => {
    const { services, asked } = counted(createMockServices());
    services.service.failNext('issueRtcToken', failure('network'));
    world = createWorld({ noPreview: false }, services);
    await world.store.open(rooms.open);
    await ready();
    await world.store.join();
    expect(asked()).to.equal(2);
    expect(world.errors).to.deep.equal([]);
  });

  it('asks nobody to be let in before the join, nor for a room that is recorded', async () => {
    for (const rule of ['manuallyApproval', 'canAutoRoomCompositeRecording'] as const) {
      const policy = { ...demoRoom({}).policy, [rule]: true };
      const made = createMockServices({ service: { rooms: [demoRoom({ policy })] } });
      const { services, asked } = counted(made);
      world = createWorld({ noPreview: false }, services);
      await world.store.open(rooms.open);
      await ready();
      expect(asked(), rule).to.equal(0);
      await world.store.dispose();
    }
  });
});
