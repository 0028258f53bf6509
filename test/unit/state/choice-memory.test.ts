import { expect } from '@open-wc/testing';
import { createMockServices } from '../../../src/mock/index.js';
import { createWorld, rooms, type World } from './room-support.js';

describe('the choices of a room', () => {
  const worlds: World[] = [];
  const storage = () => {
    const items = new Map<string, string>();
    return {
      items,
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    };
  };
  /** A newly loaded page in the same browser. */
  const world = (shared: ReturnType<typeof storage> | undefined) => {
    const made = createWorld({ ...(shared && { storage: shared }) }, createMockServices());
    worlds.push(made);
    return made.store;
  };
  afterEach(async () => {
    for (const { store } of worlds.splice(0)) await store.dispose();
  });

  it('hold after a reload, in the same room alone', async () => {
    const shared = storage();
    const before = world(shared);
    await before.open(rooms.open);
    await before.join({ microphone: false, displayName: 'Dr. Kim' });

    const after = world(shared);
    await after.open(rooms.open);
    expect(after.intended.getSnapshot()).to.deep.equal({ microphone: false, camera: true });
    expect(after.displayName.getSnapshot()).to.equal('Dr. Kim');
    await after.open('2');
    expect(after.intended.getSnapshot()).to.deep.equal({ microphone: true, camera: true });
    expect(after.displayName.getSnapshot()).to.equal(undefined);
  });

  it('hold after further reloads, also those that were made before the last one', async () => {
    const shared = storage();
    const first = world(shared);
    await first.open(rooms.open);
    await first.join({ camera: false, displayName: 'Dr. Kim' });
    const second = world(shared);
    await second.open(rooms.open);
    await second.join({ microphone: false });
    const third = world(shared);
    await third.open(rooms.open);
    expect(third.intended.getSnapshot()).to.deep.equal({ microphone: false, camera: false });
    expect(third.displayName.getSnapshot()).to.equal('Dr. Kim');
  });

  it('are forgotten with the member', async () => {
    const shared = storage();
    const before = world(shared);
    await before.open(rooms.open);
    await before.join({ camera: false, displayName: 'Dr. Kim' });
    before.forgetMember();
    expect([...shared.items.values()].join()).not.to.contain('Kim');

    const after = world(shared);
    await after.open(rooms.open);
    expect(after.intended.getSnapshot()).to.deep.equal({ microphone: true, camera: true });
  });

  it('are forgotten with the member also before a room is opened', async () => {
    const shared = storage();
    const before = world(shared);
    await before.open(rooms.open);
    await before.join({ camera: false, displayName: 'Dr. Kim' });

    const after = world(shared);
    after.forgetMember();
    await after.open(rooms.open);
    expect(after.displayName.getSnapshot()).to.equal(undefined);
    expect(after.intended.getSnapshot()).to.deep.equal({ microphone: true, camera: true });
    expect([...shared.items.values()].join()).not.to.contain('Kim');
  });

  it('are not stored again once the storage was cleared, and the call goes on with them', async () => {
    const shared = storage();
    const store = world(shared);
    await store.open(rooms.open);
    await store.join({ camera: false, displayName: 'Dr. Kim' });
    shared.items.clear();
    store.forgetKept();
    expect(store.phase.getSnapshot().state).to.equal('connected');
    expect(store.intended.getSnapshot()).to.deep.equal({ microphone: true, camera: false });
    await store.setMicrophoneEnabled(false);
    expect([...shared.items.values()]).to.deep.equal(['{"roomId":"1","microphone":false}']);
  });

  it('are kept nowhere without a storage', async () => {
    const before = world(undefined);
    await before.open(rooms.open);
    await before.join({ microphone: false });
    const after = world(undefined);
    await after.open(rooms.open);
    expect(after.intended.getSnapshot().microphone).to.equal(true);
  });

  for (const garbage of [
    '',
    '{',
    '7',
    'null',
    '{"roomId":"1","microphone":"no","displayName":7}',
  ]) {
    it(`ignore "${garbage}" in the storage`, async () => {
      const shared = storage();
      shared.setItem('ffc-elements:choices', garbage);
      const store = world(shared);
      await store.open(rooms.open);
      expect(store.intended.getSnapshot()).to.deep.equal({ microphone: true, camera: true });
      expect(store.displayName.getSnapshot()).to.equal(undefined);
    });
  }
});
