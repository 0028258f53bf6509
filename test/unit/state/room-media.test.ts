import { expect } from '@open-wc/testing';
import { demoPassword } from '../../../src/mock/index.js';
import type { RoomStoreOptions } from '../../../src/state/types.js';
import {
  createWorld,
  failure,
  reasonOf,
  rooms,
  until,
  untilState,
  type World,
} from './room-support.js';

const preview: RoomStoreOptions = { noPreview: false };

describe('devices without a picture', () => {
  let world: World;
  afterEach(() => world.store.dispose());

  /** A preview with both devices on, in a room whose password has changed. */
  const lockedPreview = async () => {
    world = createWorld(preview);
    await world.store.open(rooms.locked);
    await world.store.submitPassword(demoPassword);
    await until(world.store.controls, ({ camera }) => camera.enabled);
    const { session } = world.services;
    world.services.service.failNext('issueRtcToken', failure('wrong-password'));
    return session;
  };

  it('are released while the room asks for a password again', async () => {
    const session = await lockedPreview();
    expect(await reasonOf(world.store.join())).to.equal('wrong-password');
    expect(world.store.phase.getSnapshot()).to.include({ state: 'password', rejected: true });
    expect(session.participants()[0]!.tracks).to.be.empty;
    expect(session.listeners).to.equal(0);
    expect(world.store.session).to.equal(undefined);
    expect(world.store.controls.getSnapshot().camera.enabled).to.be.false;
    expect(world.store.roster.getSnapshot().identities).to.be.empty;
  });

  it('are there again with the right password, as the person wants them', async () => {
    await lockedPreview();
    await world.store.setMicrophoneEnabled(false);
    await reasonOf(world.store.join());
    await world.store.submitPassword(demoPassword);
    expect(world.store.phase.getSnapshot().state).to.equal('prejoin');
    await until(world.store.controls, ({ camera }) => camera.enabled);
    expect(world.store.controls.getSnapshot().microphone.enabled).to.be.false;
    await world.store.join();
    expect(world.states.at(-1)).to.equal('connected');
  });

  it('are not opened late while the room asks for a password', async () => {
    world = createWorld(preview);
    const { session } = world.services;
    const release = session.hold('setCameraEnabled');
    await world.store.open(rooms.locked);
    await world.store.submitPassword(demoPassword);
    world.services.service.failNext('issueRtcToken', failure('wrong-password'));
    await reasonOf(world.store.join());
    release();
    await untilState(world.store, 'password');
    expect(session.participants()[0]!.tracks).to.be.empty;
    expect(world.errors).to.deep.equal(['wrong-password']);
  });

  it('are released when the join fails', async () => {
    const session = await lockedPreview();
    session.failNext('connect', failure('timeout', 'connect'));
    await reasonOf(world.store.join());
    await world.store.submitPassword(demoPassword);
    world.services.session.failNext('connect', failure('timeout', 'connect'));
    await reasonOf(world.store.join());
    expect(world.store.phase.getSnapshot().state).to.equal('failed');
    expect(world.services.session.participants()[0]!.tracks).to.be.empty;
  });
});

describe('a join while the browser asks for a device', () => {
  let world: World;
  afterEach(() => world.store.dispose());

  for (const [name, method] of [
    ['microphone', 'setMicrophoneEnabled'],
    ['camera', 'setCameraEnabled'],
  ] as const) {
    it(`goes on without the ${name}, and does not publish it later`, async () => {
      world = createWorld(preview);
      const { session } = world.services;
      const answer = session.hold(method);
      await world.store.open(rooms.open);
      const live: string[] = [];
      for (const type of ['track-published', 'track-unmuted'] as const) {
        world.store.on(type, ({ track }) => {
          if (!track.muted) live.push(track.source);
        });
      }
      await world.store.join({ [name]: false });
      expect(world.states.at(-1)).to.equal('connected');
      answer();
      await until(world.store.controls, (controls) => !controls[name].pending);
      expect(world.store.controls.getSnapshot()[name].enabled).to.be.false;
      expect(live).not.to.include(name);
    });
  }

  it('waits for a microphone that is on to be muted', async () => {
    world = createWorld(preview);
    const { session } = world.services;
    await world.store.open(rooms.open);
    await until(world.store.controls, ({ microphone }) => microphone.enabled);
    const mute = session.hold('setMicrophoneEnabled');
    const muting = world.store.setMicrophoneEnabled(false);
    const joining = world.store.join();
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.connection.state).to.equal('new');
    mute();
    await Promise.all([muting, joining]);
    expect(world.store.controls.getSnapshot().microphone.enabled).to.be.false;
  });
});
