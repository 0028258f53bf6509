import { expect } from '@open-wc/testing';
import { demoPassword } from '../../../src/mock/index.js';
import { createWorld, rooms, untilState } from './room-support.js';

describe('a room store that forgets its member', () => {
  it('leaves the call, and knows neither the password nor the choices of the one before', async () => {
    const { store } = createWorld();
    await store.open(rooms.locked);
    await store.join({ password: demoPassword, camera: false });
    expect(store.intended.getSnapshot()).to.include({ camera: false });
    store.forgetMember();
    expect(store.phase.getSnapshot().state).to.equal('left');
    expect(store.intended.getSnapshot()).to.deep.equal({ microphone: true, camera: true });
    await store.retry();
    await untilState(store, 'password');
    await store.dispose();
  });

  it('does not open a room again with a password that somebody else has entered', async () => {
    const { store } = createWorld();
    await store.open(rooms.locked);
    await store.submitPassword(demoPassword);
    await untilState(store, 'prejoin');
    store.forgetMember();
    await store.open(rooms.locked);
    await untilState(store, 'password');
    await store.dispose();
  });

  it('is idle without a room', () => {
    const { store } = createWorld();
    store.forgetMember();
    expect(store.phase.getSnapshot().state).to.equal('idle');
  });

  it('releases its services when it is disposed', async () => {
    let releases = 0;
    const { store, services } = createWorld();
    Object.assign(services, { release: () => releases++ });
    await store.dispose();
    expect(releases).to.equal(1);
  });
});
