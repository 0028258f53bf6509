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

describe('the devices that a person wants on', () => {
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

  it('are at first those of the options', () => {
    world = createWorld();
    expect(intended()).to.deep.equal(bothOn);
    world.store.configure({ startMuted: true });
    expect(intended()).to.deep.equal({ microphone: false, camera: true });
    world.store.configure({ startCameraOff: true });
    expect(intended()).to.deep.equal({ microphone: true, camera: false });
  });

  it('no longer follow the options once devices were requested', async () => {
    world = createWorld(preview);
    await world.store.open(rooms.open);
    world.store.configure({ ...preview, startMuted: true });
    expect(intended()).to.deep.equal(bothOn);
  });

  for (const [name, option] of [
    ['microphone', 'startMuted'],
    ['camera', 'startCameraOff'],
  ] as const) {
    it(`include a ${name} that was turned on in spite of the options`, async () => {
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

  it('stay off in a call that is joined again after a leave', async () => {
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
    it(`stay off in a call that is joined again after ${reason}`, async () => {
      await joinedWithBothOff();
      world.services.session.end(reason satisfies DisconnectReason);
      await joinAgain();
      expect(await enabled()).to.deep.equal(bothOff);
      expect(intended()).to.deep.equal(bothOff);
    });
  }

  it('stay off in the preview after a failed join', async () => {
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

  it('include the request of a join, even if the join fails', async () => {
    world = createWorld();
    await world.store.open(rooms.open);
    world.services.service.failNext('issueRtcToken', failure('network'));
    await reasonOf(world.store.join({ microphone: false, camera: false }));
    await joinAgain();
    expect(await enabled()).to.deep.equal(bothOff);
  });

  it('are changed by a join with other choices', async () => {
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

  it('are not changed by a join that is refused at once', async () => {
    world = createWorld();
    expect(await reasonOf(world.store.join({ microphone: false }))).to.equal('invalid-state');
    expect(intended()).to.deep.equal(bothOn);
  });

  it('are changed while the connection is restored', async () => {
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

  it('are requested again if the request was lost during a reconnect', async () => {
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

  it('are not turned on again by a restored connection', async () => {
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

  it('stay as chosen in a call that the person mutes while it connects', async () => {
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

  it('are off in the call if they were turned off while the media code loaded', async () => {
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

  it('are also remembered without devices, if they are off', async () => {
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

  it('are not changed by a device that cannot be opened', async () => {
    world = createWorld(preview);
    const { session } = world.services;
    session.failNext('setCameraEnabled', failure('device-denied', 'device'));
    session.failNext('setMicrophoneEnabled', failure('device-in-use', 'device'));
    await world.store.open(rooms.open);
    await settled();
    expect(intended()).to.deep.equal(bothOn);
  });

  it('are changed by nobody else', async () => {
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

  it('stay off when another device is chosen', async () => {
    await joinedWithBothOff();
    const { videoinput, audioinput } = world.store.controls.getSnapshot().devices;
    await world.store.switchDevice('videoinput', videoinput[1]!.id);
    await world.store.switchDevice('audioinput', audioinput[1]!.id);
    expect(await enabled()).to.deep.equal(bothOff);
    expect(intended()).to.deep.equal(bothOff);
  });

  it('never include a shared screen', async () => {
    world = createWorld();
    await world.store.open(rooms.open);
    await world.store.join();
    await world.store.setScreenShareEnabled(true);
    await world.store.leave();
    await joinAgain();
    await settled();
    expect(world.store.controls.getSnapshot().screenShare.enabled).to.be.false;
  });

  it('start from the options in another room, and are kept for the same one', async () => {
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
