import { expect } from '@open-wc/testing';
import { createMockServices, demoPassword, type MockServices } from '../../../src/mock/index.js';
import type { RoomServices, RoomStoreOptions } from '../../../src/state/types.js';
import { createWorld, failure, reasonOf, rooms, untilState, type World } from './room-support.js';

const autoJoin: RoomStoreOptions = { autoJoin: true };

describe('the requests of a join', () => {
  let world: World;
  afterEach(() => world.store.dispose());

  const calls = () => world.services.service.calls;

  it('are sent together if no answer of the person is needed', async () => {
    world = createWorld(autoJoin);
    const { service } = world.services;
    const answerRoom = service.hold('getRoom');
    const opening = world.store.open(rooms.open);
    expect(calls()).to.include({ getRoom: 1, issueRtcToken: 1 });
    answerRoom();
    await opening;
    expect(world.states).to.deep.equal(['loading', 'connecting', 'connected']);
    expect(calls()).to.include({ getRoom: 1, issueRtcToken: 1 });
  });

  it('are sent together when a call is joined again', async () => {
    world = createWorld();
    await world.store.open(rooms.open);
    await world.store.join();
    await world.store.leave();
    const opening = world.store.retry();
    const joining = world.store.join({ displayName: 'Mina' });
    expect(calls()).to.include({ getRoom: 2, issueRtcToken: 2 });
    await Promise.all([opening, joining]);
    expect(calls()).to.include({ getRoom: 2, issueRtcToken: 2 });
    expect(world.store.participant('me').getSnapshot()?.name).to.equal('Mina');
  });

  it('ask for a token only with the join where there is a prejoin', async () => {
    world = createWorld();
    await world.store.open(rooms.open);
    expect(calls().issueRtcToken).to.equal(undefined);
  });

  it('do not fail a room whose password nobody has given yet', async () => {
    world = createWorld(autoJoin);
    await world.store.open(rooms.locked);
    expect(world.states).to.deep.equal(['loading', 'password']);
    expect(world.errors).to.be.empty;
  });

  it('check a password and join with one token', async () => {
    world = createWorld(autoJoin);
    await world.store.open(rooms.locked);
    const before = calls().issueRtcToken ?? 0;
    await world.store.submitPassword(demoPassword);
    expect(world.states.at(-1)).to.equal('connected');
    expect(calls().issueRtcToken).to.equal(before + 1);
  });

  it('check each password again, even the same one', async () => {
    world = createWorld();
    await world.store.open(rooms.locked);
    await world.store.submitPassword('guess');
    await world.store.submitPassword('guess');
    expect(calls().issueRtcToken).to.equal(2);
    expect(world.errors).to.deep.equal(['wrong-password', 'wrong-password']);
  });

  it('use no token that is older than a look at the preview', async () => {
    world = createWorld();
    await world.store.open(rooms.locked);
    await world.store.submitPassword(demoPassword);
    await world.store.join();
    expect(calls().issueRtcToken).to.equal(2);
  });

  it('open no connection to a room that has ended, even with a valid token', async () => {
    world = createWorld(autoJoin);
    await world.store.open(rooms.ended);
    expect(world.states).to.deep.equal(['loading', 'ended']);
    expect(world.errors).to.be.empty;
    expect(world.services.session.connection.state).to.equal('new');
  });

  it('fail the join when the token is refused, once', async () => {
    world = createWorld(autoJoin);
    world.services.service.failNext('issueRtcToken', failure('forbidden'));
    expect(await reasonOf(world.store.open(rooms.open))).to.equal('forbidden');
    expect(world.states).to.deep.equal(['loading', 'connecting', 'failed']);
    expect(world.errors).to.deep.equal(['forbidden']);
  });

  it('ask for a token of its own for each try', async () => {
    world = createWorld(autoJoin);
    world.services.session.failNext('connect', failure('media-token-rejected', 'connect'));
    await reasonOf(world.store.open(rooms.open));
    await world.store.retry();
    expect(calls().issueRtcToken).to.equal(2);
    expect(world.states.at(-1)).to.equal('connected');
  });

  it('are given up with the room', async () => {
    world = createWorld(autoJoin);
    world.services.service.hold('getRoom');
    world.services.service.hold('issueRtcToken');
    const opening = reasonOf(world.store.open(rooms.open));
    await world.store.close();
    expect(await opening).to.equal('aborted');
    expect(world.errors).to.be.empty;
  });

  it('survive services that throw instead of rejecting', async () => {
    const services = createMockServices();
    const throwing = (): never => {
      throw failure('server-error');
    };
    const broken: RoomServices = {
      ...services,
      member: { me: throwing, issueRtcToken: throwing },
    };
    world = createWorld(autoJoin, broken as MockServices);
    expect(await reasonOf(world.store.open(rooms.open))).to.equal('server-error');
  });
});

describe('the code of a call', () => {
  const opened = async (options: RoomStoreOptions): Promise<number> => {
    let loads = 0;
    const preload = (): Promise<void> => {
      loads++;
      // A failed preload is ignored, because a new session reports the same failure.
      return Promise.reject(new Error('No network.'));
    };
    const world = createWorld(options, { ...createMockServices(), preload });
    await world.store.open(rooms.open);
    await untilState(world.store, options.autoJoin ? 'connected' : 'prejoin');
    await world.store.dispose();
    return loads;
  };

  it('is loaded during the request for the room if a call or a preview comes next', async () => {
    expect(await opened({ autoJoin: true })).to.equal(1);
    expect(await opened({ noPreview: false })).to.equal(1);
  });

  it('is not loaded for a room that waits without a preview', async () => {
    expect(await opened({ noPreview: true })).to.equal(0);
  });
});
