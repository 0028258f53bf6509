import { expect } from '@open-wc/testing';
import { createMockServices } from '../../../src/mock/index.js';
import { createWorld, rooms, until } from './room-support.js';

describe('a join whose token limits what the person may publish', () => {
  for (const [permissions, microphone, camera] of [
    [{ canPublish: false }, false, false],
    [{ canPublishSources: ['microphone'] }, true, false],
    [{ canPublishSources: [] }, true, true],
  ] as const) {
    it(`opens only devices that the call accepts: ${JSON.stringify(permissions)}`, async () => {
      const session = { local: { identity: 'me', permissions } };
      const { store, errors } = createWorld({}, createMockServices({ session }));
      await store.open(rooms.open);
      await store.join();
      const now = await until(
        store.controls,
        (controls) => !controls.microphone.pending && !controls.camera.pending,
      );
      expect([now.microphone.enabled, now.camera.enabled]).to.deep.equal([microphone, camera]);
      // The person's choice stays, for a call that accepts it.
      expect(store.intended.getSnapshot()).to.deep.equal({ microphone: true, camera: true });
      expect(errors).to.deep.equal([]);
      await store.dispose();
    });
  }
});
