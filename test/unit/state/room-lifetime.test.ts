import { expect } from '@open-wc/testing';
import { createMockServices, createMockSession, demoPassword } from '../../../src/mock/index.js';
import type { RtcSession } from '../../../src/rtc/session.js';
import { connecting, createWorld, failure, reasonOf, rooms, type World } from './room-support.js';

/** Moments with pending work. Each function leads a store there, and resolves with that work. */
const moments: Record<string, (world: World) => Promise<readonly Promise<unknown>[]>> = {
  'while the room is loading': ({ store, services }) => {
    services.service.hold('getRoom');
    return Promise.resolve([store.open(rooms.open)]);
  },
  'while a password is checked': async ({ store, services }) => {
    await store.open(rooms.locked);
    services.service.hold('issueRtcToken');
    return [store.submitPassword(demoPassword)];
  },
  'while the token is issued': async ({ store, services }) => {
    await store.open(rooms.open);
    services.service.hold('issueRtcToken');
    return [store.join()];
  },
  'while connecting': async ({ store, services }) => {
    await store.open(rooms.open);
    services.session.hold('connect');
    const joining = store.join();
    joining.catch(() => {});
    await connecting(services.session);
    return [joining];
  },
  'while a device is asked for': async ({ store, services }) => {
    await store.open(rooms.open);
    await store.join({ microphone: false, camera: false });
    services.session.hold('setCameraEnabled');
    return [store.setCameraEnabled(true), store.setCameraEnabled(false)];
  },
};

describe('the end of a room store', () => {
  for (const [moment, begin] of Object.entries(moments)) {
    for (const way of ['dispose', 'close'] as const) {
      it(`${way}() ${moment} leaves nothing running, and is no error`, async () => {
        const world = createWorld({ noPreview: true });
        const pending = await begin(world);
        const outcomes = Promise.all(pending.map(reasonOf));
        await world.store[way]();
        expect(await outcomes).to.deep.equal(pending.map(() => 'aborted'));
        expect(world.store.phase.getSnapshot()).to.deep.equal({ state: 'idle' });
        expect(world.errors).to.be.empty;
        expect(world.services.session.listeners).to.equal(0);
        expect(world.services.session.connection.state).to.be.oneOf(['new', 'disconnected']);
        await world.store.dispose();
      });
    }
  }

  it('releases a preview whose camera is being asked for', async () => {
    const world = createWorld({ noPreview: false });
    world.services.session.hold('setCameraEnabled');
    await world.store.open(rooms.open);
    await world.store.dispose();
    expect(world.services.session.participants()[0]!.tracks).to.be.empty;
    expect(world.services.session.listeners).to.equal(0);
  });

  it('disposes of a session that is made too late', async () => {
    let make = (): void => {};
    const session = createMockSession();
    const made = new Promise<RtcSession>((resolve) => (make = () => resolve(session)));
    const services = { ...createMockServices(), createSession: () => made };
    const world = createWorld({ noPreview: false }, services);
    const disposed = new Promise<void>((resolve) => {
      session.dispose = () => Promise.resolve(resolve());
    });
    await world.store.open(rooms.open);
    await world.store.dispose();
    make();
    await disposed;
    expect(session.listeners).to.equal(0);
  });

  it('waits until the session has let go of everything', async () => {
    const world = createWorld();
    await world.store.open(rooms.open);
    await world.store.join();
    let release = (): void => {};
    world.services.session.dispose = () => new Promise((resolve) => (release = resolve));
    let disposed = false;
    const disposing = world.store.dispose().then(() => (disposed = true));
    await Promise.resolve();
    expect(disposed).to.be.false;
    release();
    await disposing;
  });

  it('is for good, and may come twice', async () => {
    const world = createWorld();
    await world.store.dispose();
    await world.store.dispose();
    expect(await reasonOf(world.store.open(rooms.open))).to.equal('invalid-state');
    world.store.fail(failure('unknown'));
    expect(world.store.phase.getSnapshot()).to.deep.equal({ state: 'idle' });
  });

  it('may be opened again after close()', async () => {
    const world = createWorld();
    await world.store.open(rooms.open);
    await world.store.close();
    expect(await reasonOf(world.store.retry())).to.equal('invalid-state');
    await world.store.open(rooms.open);
    expect(world.states).to.deep.equal(['loading', 'prejoin', 'idle', 'loading', 'prejoin']);
    await world.store.dispose();
  });

  it('may come from a listener of the change that it follows', async () => {
    const world = createWorld();
    world.store.on('state-change', ({ state }) => {
      if (state === 'connecting') void world.store.close();
    });
    await world.store.open(rooms.open);
    expect(await reasonOf(world.store.join())).to.equal('aborted');
    expect(world.services.session.connection.state).to.equal('new');
    await world.store.dispose();
  });

  it('leaves no listener after fifty rooms', async () => {
    const world = createWorld({ noPreview: false });
    for (let round = 0; round < 50; round++) {
      await world.store.open(rooms.open);
      await world.store.join();
      expect(world.services.session.listeners).to.be.greaterThan(0);
    }
    const { session } = world.services;
    await world.store.dispose();
    expect(session.listeners).to.equal(0);
  });
});
