import { expect } from '@open-wc/testing';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import type { MockServices } from '../../src/mock/index.js';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import { arrive, createRoom, failure, openRoom } from '../support/room-bench.js';

/** Sources of a room's data, which frameworks create again with every render. */
const another: Readonly<Record<string, (services: MockServices) => Partial<FfcRoomElement>>> = {
  'a roomsApi object': ({ rooms }) => ({ roomsApi: { ...rooms } }),
  'a services object': (services) => ({ services: { ...services } }),
  'a rooms-url': () => ({ roomsUrl: `/rooms?at=${crypto.randomUUID()}` }),
  'a token-url': () => ({ tokenUrl: `/token?at=${crypto.randomUUID()}` }),
  'a tokenProvider': () => ({ tokenProvider: () => 'token' }),
  'an object of messages': () => ({ messages: {} }),
};

/** Resolves when the room has processed its new properties and their effects. */
async function settled(room: FfcRoomElement): Promise<void> {
  await room.updateComplete;
  await nextMacrotask();
  await room.updateComplete;
}

describe('<ffc-room> and a page that renders on each failure', () => {
  for (const [what, make] of Object.entries(another)) {
    it(`asks the service once when the page creates again: ${what}`, async () => {
      const { room, services } = createRoom({
        prepare: ({ service }) => service.failNext('getRoom', failure({ reason: 'network' })),
      });
      let failures = 0;
      room.addEventListener('ffc-error', () => {
        failures++;
        services.service.failNext('getRoom', failure({ reason: 'network' }));
        if (failures < 20) Object.assign(room, make(services));
      });
      await arrive(room, 'failed');
      await settled(room);
      await settled(room);
      expect(services.service.calls.getRoom).to.equal(1);
      expect(failures).to.equal(1);
    });

    it(`keeps the preview when the page creates again: ${what}`, async () => {
      const { room, services } = await openRoom('prejoin');
      const states: string[] = [];
      room.addEventListener('ffc-state-change', ({ state }) => states.push(state));
      Object.assign(room, make(services));
      await settled(room);
      expect(states).to.deep.equal([]);
    });
  }

  it('loads its code again only when somebody tries again', async () => {
    const Room = customElements.get('ffc-room') as typeof FfcRoomElement;
    const { loadParts } = Room;
    let loads = 0;
    Room.loadParts = () => {
      loads++;
      return Promise.reject(new Error('The chunk is gone.'));
    };
    try {
      const { room, services } = createRoom();
      room.addEventListener('ffc-error', () => (room.services = { ...services }));
      await eventually(room, () => room.state === 'failed');
      await settled(room);
      await settled(room);
      expect(loads).to.equal(1);
    } finally {
      Room.loadParts = loadParts;
    }
  });
});
