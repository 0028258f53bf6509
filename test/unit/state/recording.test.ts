import { expect } from '@open-wc/testing';
import { createWorld, rooms } from './room-support.js';

describe('a recording of the call', () => {
  it('is reported at the join and at each change, and ends with the call', async () => {
    const { store, services } = createWorld();
    const told: boolean[] = [];
    store.on('recording-change', ({ recording }) => told.push(recording));
    services.session.setRoomInfo({ isRecording: true });
    await store.open(rooms.open);
    expect(store.recording.getSnapshot()).to.equal(false);
    await store.join({ microphone: false, camera: false });
    expect(store.recording.getSnapshot()).to.equal(true);
    services.session.setRoomInfo({ metadata: 'another title' });
    services.session.setRoomInfo({ isRecording: false });
    services.session.setRoomInfo({ isRecording: true });
    expect(told).to.deep.equal([true, false, true]);
    await store.leave();
    expect(store.recording.getSnapshot()).to.equal(false);
    expect(told).to.have.length(3);
    await store.dispose();
  });
});
