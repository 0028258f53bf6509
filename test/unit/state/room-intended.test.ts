import { expect } from '@open-wc/testing';
import { createMockServices } from '../../../src/mock/index.js';
import type { DisconnectReason } from '../../../src/rtc/session.js';
import type { RoomStoreOptions } from '../../../src/state/types.js';
import {
  connecting,
  createWorld,
  failure,
  reasonOf,
  rooms,
  until,
  type World,
} from './room-support.js';

const preview: RoomStoreOptions = { noPreview: false };
const bothOff = { microphone: false, camera: false };
const bothOn = { microphone: true, camera: true };

describe('what a person wants on', () => {
  let world: World;
  afterEach(() => world.store.dispose());

  const intended = () => world.store.intended.getSnapshot();
  const settled = () =>
    until(world.store.controls, ({ microphone, camera }) => !microphone.pending && !camera.pending);
  /** Resolves with the devices that are on, once no change is pending. */
  const enabled = async () => {
    const { microphone, camera } = await settled();
    return { microphone: microphone.enabled, camera: camera.enabled };
  };
  const joinAgain = async () => {
    const opening = world.store.retry();
    await world.store.join();
    await opening;
  };

  /** A call that the person joined with both devices off, after two clicks in the prejoin. */
  const joinedWithBothOff = async () => {
    world = createWorld(preview);
    await world.store.open(rooms.open);
    await settled();
    await world.store.setMicrophoneEnabled(false);
    await world.store.setCameraEnabled(false);
    await world.store.join();
  };

  it('is at first what the options say', () => {
    world = createWorld();
    expect(intended()).to.deep.equal(bothOn);
    world.store.configure({ startMuted: true });
    expect(intended()).to.deep.equal({ microphone: false, camera: true });
    world.store.configure({ startCameraOff: true });
    expect(intended()).to.deep.equal({ microphone: true, camera: false });
  });

  it('is no longer what the options say once devices were asked for', async () => {
    world = createWorld(preview);
    await world.store.open(rooms.open);
    world.store.configure({ ...preview, startMuted: true });
    expect(intended()).to.deep.equal(bothOn);
  });

  for (const [name, option] of [
    ['microphone', 'startMuted'],
    ['camera', 'startCameraOff'],
  ] as const) {
    it(`keeps a ${name} that was turned on in spite of the options`, async () => {
      world = createWorld({ ...preview, [option]: true });
      await world.store.open(rooms.open);
      await (name === 'microphone'
        ? world.store.setMicrophoneEnabled(true)
        : world.store.setCameraEnabled(true));
      world.store.configure({ ...preview, [option]: true });
      await world.store.join();
      await world.store.leave();
      await joinAgain();
      expect(await enabled()).to.deep.equal(bothOn);
    });
  }

  it('stays off in a call that is joined again after leaving', async () => {
    await joinedWithBothOff();
    await world.store.leave();
    expect(intended()).to.deep.equal(bothOff);
    await joinAgain();
    expect(await enabled()).to.deep.equal(bothOff);
  });

  for (const reason of [
    'connection-lost',
    'removed',
    'duplicate-identity',
    'room-ended',
  ] as const) {
    it(`stays off in a call that is joined again after ${reason}`, async () => {
      await joinedWithBothOff();
      world.services.session.end(reason satisfies DisconnectReason);
      await joinAgain();
      expect(await enabled()).to.deep.equal(bothOff);
      expect(intended()).to.deep.equal(bothOff);
    });
  }

  it('stays off in the preview after a join that failed', async () => {
    await joinedWithBothOff();
    await world.store.leave();
    await world.store.retry();
    world.services.session.failNext('connect', failure('media-server-unreachable', 'connect'));
    await reasonOf(world.store.join());
    expect(world.store.phase.getSnapshot().state).to.equal('failed');
    await world.store.retry();
    expect(world.store.phase.getSnapshot().state).to.equal('prejoin');
    expect(await enabled()).to.deep.equal(bothOff);
  });

  it('counts what a join asked for, also when the join fails', async () => {
    world = createWorld();
    await world.store.open(rooms.open);
    world.services.service.failNext('issueRtcToken', failure('network'));
    await reasonOf(world.store.join({ microphone: false, camera: false }));
    await joinAgain();
    expect(await enabled()).to.deep.equal(bothOff);
  });

  it('is changed by a join that says otherwise', async () => {
    await joinedWithBothOff();
    await world.store.leave();
    const opening = world.store.retry();
    await world.store.join({ microphone: true });
    await opening;
    expect(await enabled()).to.deep.equal({ microphone: true, camera: false });
    await world.store.leave();
    await joinAgain();
    expect(await enabled()).to.deep.equal({ microphone: true, camera: false });
  });

  it('is not changed by a join that is refused at once', async () => {
    world = createWorld();
    expect(await reasonOf(world.store.join({ microphone: false }))).to.equal('invalid-state');
    expect(intended()).to.deep.equal(bothOn);
  });

  it('is changed while the connection is restored', async () => {
    world = createWorld();
    await world.store.open(rooms.open);
    await world.store.join();
    await settled();
    world.services.session.reconnect('full');
    await world.store.setMicrophoneEnabled(false);
    await world.store.setCameraEnabled(false);
    world.services.session.end('connection-lost');
    await joinAgain();
    expect(await enabled()).to.deep.equal(bothOff);
  });

  it('is asked for again when it did not get through while the connection was away', async () => {
    world = createWorld();
    await world.store.open(rooms.open);
    await world.store.join();
    await settled();
    const { session } = world.services;
    session.reconnect('full');
    session.failNext('setMicrophoneEnabled', failure('publish-failed', 'session'));
    await reasonOf(world.store.setMicrophoneEnabled(false));
    session.restore();
    expect(await enabled()).to.deep.equal({ microphone: false, camera: true });
  });

  it('is not turned on again by a connection that is restored', async () => {
    world = createWorld();
    await world.store.open(rooms.open);
    await world.store.join();
    await settled();
    const { session } = world.services;
    session.reconnect('signal');
    session.setMuted('me', 'microphone', true);
    session.restore();
    expect(await enabled()).to.deep.equal({ microphone: false, camera: true });
  });

  it('holds in a call that the person mutes while it is being connected', async () => {
    world = createWorld(preview);
    await world.store.open(rooms.open);
    await settled();
    const held = world.services.session.hold('connect');
    const joining = world.store.join({ microphone: true, camera: true });
    await connecting(world.services.session);
    await world.store.setMicrophoneEnabled(false);
    await world.store.setCameraEnabled(false);
    held();
    await joining;
    expect(await enabled()).to.deep.equal(bothOff);
  });

  it('is off in the call when it was turned off while the media code loaded', async () => {
    const services = createMockServices();
    let load = (): void => {};
    const loaded = new Promise<void>((resolve) => (load = resolve));
    world = createWorld(
      {},
      {
        ...services,
        createSession: async (options) => {
          await loaded;
          return services.createSession(options);
        },
      },
    );
    await world.store.open(rooms.open);
    const joining = world.store.join();
    const muting = world.store.setMicrophoneEnabled(false);
    load();
    await Promise.all([joining, muting]);
    expect(await enabled()).to.deep.equal({ microphone: false, camera: true });
  });

  it('is remembered without devices too, when it is off', async () => {
    world = createWorld();
    await world.store.open(rooms.open);
    await world.store.setMicrophoneEnabled(false);
    expect(world.store.session).to.equal(undefined);
    await world.store.join();
    await world.store.leave();
    await world.store.setCameraEnabled(false);
    await joinAgain();
    expect(await enabled()).to.deep.equal(bothOff);
  });

  it('is changed by no device that cannot be had', async () => {
    world = createWorld(preview);
    const { session } = world.services;
    session.failNext('setCameraEnabled', failure('device-denied', 'device'));
    session.failNext('setMicrophoneEnabled', failure('device-in-use', 'device'));
    await world.store.open(rooms.open);
    await settled();
    expect(intended()).to.deep.equal(bothOn);
  });

  it('is changed by nobody else', async () => {
    world = createWorld({ startCameraOff: true });
    await world.store.open(rooms.open);
    await world.store.join();
    await settled();
    const { session } = world.services;
    session.setMuted('me', 'microphone', true);
    expect(intended()).to.deep.equal({ microphone: true, camera: false });
    session.setMuted('me', 'microphone', false);
    session.publish('me', 'camera');
    expect(intended()).to.deep.equal({ microphone: true, camera: false });
    await world.store.leave();
    await joinAgain();
    expect(await enabled()).to.deep.equal({ microphone: true, camera: false });
  });

  it('turns nothing on when a device is chosen that is off', async () => {
    await joinedWithBothOff();
    const { videoinput, audioinput } = world.store.controls.getSnapshot().devices;
    await world.store.switchDevice('videoinput', videoinput[1]!.id);
    await world.store.switchDevice('audioinput', audioinput[1]!.id);
    expect(await enabled()).to.deep.equal(bothOff);
    expect(intended()).to.deep.equal(bothOff);
  });

  it('never brings a shared screen back', async () => {
    world = createWorld();
    await world.store.open(rooms.open);
    await world.store.join();
    await world.store.setScreenShareEnabled(true);
    await world.store.leave();
    await joinAgain();
    await settled();
    expect(world.store.controls.getSnapshot().screenShare.enabled).to.be.false;
  });

  it('starts from the options in another room, and is kept for the same one', async () => {
    await joinedWithBothOff();
    await world.store.open(rooms.open);
    expect(intended()).to.deep.equal(bothOff);
    await world.store.close();
    await world.store.open(rooms.open);
    expect(intended()).to.deep.equal(bothOff);
    await world.store.open('2');
    expect(intended()).to.deep.equal(bothOn);
  });
});
