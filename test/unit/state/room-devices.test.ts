import { expect } from '@open-wc/testing';
import { createMockServices, mockDevices } from '../../../src/mock/index.js';
import type { RtcSessionOptions } from '../../../src/rtc/session.js';
import type { RoomStoreOptions } from '../../../src/state/types.js';
import { createWorld, reasonOf, rooms, until, type World } from './room-support.js';

const preview: RoomStoreOptions = { noPreview: false };

describe('the devices of a room', () => {
  let world: World;
  afterEach(() => world.store.dispose());

  const controls = () => world.store.controls.getSnapshot();
  const settled = () => until(world.store.controls, ({ camera }) => camera.enabled);

  const storage = () => {
    const items = new Map<string, string>();
    return {
      items,
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    };
  };

  /** A world that records the devices with which its sessions are created. */
  const watchSessions = (options: RoomStoreOptions) => {
    const services = createMockServices();
    const made: RtcSessionOptions[] = [];
    const createSession = (session: RtcSessionOptions) => {
      made.push(session);
      return services.createSession(session);
    };
    world = createWorld({ ...preview, ...options }, { ...services, createSession });
    return made;
  };

  it('are released when the page turns off the preview that uses them', async () => {
    world = createWorld(preview);
    await world.store.open(rooms.open);
    await settled();
    world.store.configure({ noPreview: true });
    expect(world.store.session, 'the session of the preview').to.equal(undefined);
    expect(controls().camera.enabled).to.equal(false);
    await world.store.join();
    await settled();
    world.store.configure({ noPreview: true });
    expect(controls().camera.enabled, 'in a call').to.equal(true);
  });

  it('are listed, and told when they change', async () => {
    world = createWorld(preview);
    await world.store.open(rooms.open);
    await settled();
    expect(controls().devices.videoinput[0]?.label).to.equal('FaceTime camera');
    let calls = 0;
    world.store.controls.subscribe(() => calls++);
    world.services.session.setDevices({ ...mockDevices });
    expect(calls).to.equal(0);
    const told: number[] = [];
    world.store.on('device-change', ({ devices }) => told.push(devices.audioinput.length));
    world.services.session.setDevices({ ...mockDevices, audioinput: [] });
    expect(controls().devices.audioinput).to.be.empty;
    expect(told).to.deep.equal([0]);
  });

  it('are remembered from one room to the next', async () => {
    const shared = storage();
    const made = watchSessions({ storage: shared });
    await world.store.open(rooms.open);
    await world.store.switchDevice('videoinput', 'cam-2');
    await world.store.switchDevice('audiooutput', 'speaker-2');
    expect(controls().devices.active.videoinput).to.equal('cam-2');
    expect([...shared.items.keys()]).to.deep.equal(['ffc-elements:devices']);
    await world.store.open(rooms.open);
    await settled();
    expect(made[0]).to.deep.equal({ dataSaver: false });
    expect(made[1]).to.deep.equal({
      dataSaver: false,
      cameraId: 'cam-2',
      speakerId: 'speaker-2',
    });
  });

  it('are not remembered when they could not be used', async () => {
    const shared = storage();
    watchSessions({ storage: shared });
    await world.store.open(rooms.open);
    const switching = world.store.switchDevice('videoinput', 'gone');
    expect(await reasonOf(switching)).to.equal('device-not-found');
    expect(shared.items.size).to.equal(0);
    expect(world.errors).to.deep.equal(['device-not-found']);
  });

  for (const garbage of ['', '{', '7', 'null', '[1]', '{"cameraId":7,"microphoneId":""}']) {
    it(`ignore "${garbage}" in the storage`, async () => {
      const shared = storage();
      shared.setItem('ffc-elements:devices', garbage);
      const made = watchSessions({ storage: shared });
      await world.store.open(rooms.open);
      await world.store.switchDevice('audioinput', 'mic-2');
      expect(made).to.deep.equal([{ dataSaver: false }]);
      expect(JSON.parse(shared.getItem('ffc-elements:devices')!)).to.deep.equal({
        microphoneId: 'mic-2',
      });
    });
  }

  it('work where the storage is forbidden', async () => {
    const forbidden = () => {
      throw new DOMException('No.', 'SecurityError');
    };
    watchSessions({ storage: { getItem: forbidden, setItem: forbidden } });
    await world.store.open(rooms.open);
    await world.store.switchDevice('audioinput', 'mic-2');
    expect(controls().devices.active.audioinput).to.equal('mic-2');
    expect(world.errors).to.be.empty;
  });
});
