import { expect } from '@open-wc/testing';
import type { PushEvent } from '../../../src/api/types.js';
import { createMockServices } from '../../../src/mock/index.js';
import type { RoomStoreOptions } from '../../../src/state/types.js';
import { createWorld, rooms, type World } from './room-support.js';

describe('a room with push events', () => {
  let world: World;
  let handlers: Set<(event: PushEvent) => void>;
  afterEach(() => world.store.dispose());

  function setUp(options: RoomStoreOptions = {}): void {
    handlers = new Set();
    const services = createMockServices();
    Object.assign(services, {
      push: {
        subscribe: (handler: (event: PushEvent) => void, { signal }: { signal: AbortSignal }) => {
          handlers.add(handler);
          signal.addEventListener('abort', () => handlers.delete(handler));
        },
      },
    });
    world = createWorld(options, services);
  }

  const change = (roomId: number, videoRoomState: string): void =>
    handlers.forEach((handler) => handler({ type: 'room-change', roomId, videoRoomState }));
  const phase = () => world.store.phase.getSnapshot();

  it('shows its new state', async () => {
    setUp();
    await world.store.open(rooms.open);
    change(1, 'LIVE_INACTIVE');
    expect(phase()).to.include({ state: 'prejoin' });
    expect(phase()).to.have.nested.property('room.videoRoomState', 'LIVE_INACTIVE');
    expect(world.states).to.deep.equal(['loading', 'prejoin']);
  });

  it('takes no notice of other rooms', async () => {
    setUp();
    await world.store.open(rooms.open);
    const now = phase();
    change(2, 'ENDED');
    expect(phase()).to.equal(now);
  });

  for (const state of ['ENDED', 'CANCELLED']) {
    it(`is over before the call when it is ${state}`, async () => {
      setUp();
      await world.store.open(rooms.open);
      change(1, state);
      expect(phase()).to.include({ state: 'ended' });
      expect(phase()).to.have.nested.property('room.videoRoomState', state);
    });
  }

  it('asks for no password any more when it is over', async () => {
    setUp();
    await world.store.open(rooms.locked);
    expect(phase().state).to.equal('password');
    change(Number(rooms.locked), 'ENDED');
    expect(phase().state).to.equal('ended');
  });

  it('does not cut off a call: the media server says when that ends', async () => {
    setUp({ autoJoin: true });
    await world.store.open(rooms.open);
    change(1, 'ENDED');
    expect(phase()).to.include({ state: 'connected' });
    expect(phase()).to.have.nested.property('room.videoRoomState', 'ENDED');
  });

  it('stops listening when it is left, over, or closed', async () => {
    setUp({ autoJoin: true });
    await world.store.open(rooms.open);
    expect(handlers.size).to.equal(1);
    await world.store.leave();
    expect(handlers.size).to.equal(0);
    await world.store.open(rooms.ended);
    expect(handlers.size).to.equal(0);
    await world.store.open(rooms.open);
    expect(handlers.size).to.equal(1);
    await world.store.close();
    expect(handlers.size).to.equal(0);
  });
});
