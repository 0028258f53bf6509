import { expect } from '@open-wc/testing';
import type { VideoRoom } from '../../../src/api/types.js';
import { createDemoRooms, createMockServices } from '../../../src/mock/index.js';
import { createRoomStore } from '../../../src/state/room/room-store.js';
import type { RoomPhase, RoomStore } from '../../../src/state/types.js';

const open: RoomStore[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.dispose();
});

function scheduled(startsIn: number, more: Partial<VideoRoom> = {}) {
  const [demo] = createDemoRooms(0);
  const scheduledAt = new Date(Date.now() + startsIn).toISOString();
  const room = { ...demo!, videoRoomState: 'SCHEDULED', scheduledAt, ...more };
  const services = createMockServices({ service: { rooms: [room] } });
  const store = createRoomStore(services, { noPreview: true });
  open.push(store);
  return { store, services, room };
}

function until(store: RoomStore, state: RoomPhase['state']): Promise<RoomPhase> {
  return new Promise((resolve) => {
    const check = (phase: RoomPhase): void => {
      if (phase.state === state) resolve(phase);
    };
    store.phase.subscribe(check);
    check(store.phase.getSnapshot());
  });
}

describe('a room whose time is still to come', () => {
  it('says when that is, and asks no device for anything', async () => {
    const { store, room, services } = scheduled(3_600_000);
    await store.open(String(room.id));
    expect(store.phase.getSnapshot()).to.include({
      state: 'scheduled',
      startsAt: Date.parse(room.scheduledAt ?? ''),
    });
    expect(services.session.listeners).to.equal(0);
  });

  it('goes on by itself when the time has come', async () => {
    const { store, room } = scheduled(60);
    await store.open(String(room.id));
    await until(store, 'prejoin');
  });

  it('goes on to the password where there is one', async () => {
    const policy = { ...createDemoRooms(0)[0]!.policy, hasPassword: true };
    const { store, room } = scheduled(60, { policy });
    await store.open(String(room.id));
    await until(store, 'password');
  });

  it('counts by the time of the service, where that is known', async () => {
    const { store, room, services } = scheduled(3_600_000);
    services.now = () => Date.now() + 3_700_000;
    await store.open(String(room.id));
    expect(store.phase.getSnapshot().state).to.equal('prejoin');
  });

  it('waits for no time that nobody was given or can read', async () => {
    for (const scheduledAt of [undefined, 'soon']) {
      const { store, room } = scheduled(0, { scheduledAt });
      await store.open(String(room.id));
      expect(store.phase.getSnapshot().state).to.equal('prejoin');
    }
  });

  it('can be joined by script before its time', async () => {
    const { store, room } = scheduled(3_600_000);
    await store.open(String(room.id));
    await store.join();
    expect(store.phase.getSnapshot().state).to.equal('connected');
  });

  it('leaves no timer behind when it is closed', async () => {
    const running = new Set<number>();
    const start = window.setTimeout.bind(window);
    const stop = window.clearTimeout.bind(window);
    window.setTimeout = ((run: () => void, ms?: number) => {
      const id = start(() => (running.delete(id), run()), ms);
      running.add(id);
      return id;
    }) as typeof window.setTimeout;
    window.clearTimeout = (id) => {
      running.delete(Number(id));
      stop(id);
    };
    try {
      const { store, room } = scheduled(3_600_000);
      await store.open(String(room.id));
      await until(store, 'scheduled');
      // The code of the countdown loads later.
      while (running.size === 0) await new Promise((resolve) => start(resolve));
      await store.close();
      expect([...running]).to.deep.equal([]);
    } finally {
      Object.assign(window, { setTimeout: start, clearTimeout: stop });
    }
  });
});
