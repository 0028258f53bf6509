import { expect } from '@open-wc/testing';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { createMockServices, type MockServices } from '../../src/mock/index.js';
import type { RoomState } from '../../src/state/types.js';
import { nextEvent, nextMacrotask } from '../support/element-suite.js';
import { arrive, createRoom, failure, joinRoom, openRoom } from '../support/room-bench.js';

/** Records the states of a room from now on. */
function recordStates(room: FfcRoomElement): RoomState[] {
  const states: RoomState[] = [];
  room.addEventListener('ffc-state-change', ({ state }) => states.push(state));
  return states;
}

/** Resolves when all effects of a change have run, except those with a timer. */
async function idle(room: FfcRoomElement): Promise<void> {
  await room.updateComplete;
  await nextMacrotask();
  await room.updateComplete;
}

/** Sets a property to a new object of the same content, as frameworks do with every render. */
const again: Record<string, (room: FfcRoomElement, services: MockServices) => void> = {
  services: (room, services) => (room.services = { ...services }),
  roomsApi: (room, { rooms }) => (room.roomsApi = { ...rooms }),
  roomsUrl: (room) => (room.roomsUrl = `/rooms?rendering=${Math.random()}`),
  tokenProvider: (room) => (room.tokenProvider = () => 'token'),
  tokenUrl: (room) => (room.tokenUrl = `/token?rendering=${Math.random()}`),
};

describe('<ffc-room> sources', () => {
  for (const [name, change] of Object.entries(again)) {
    it(`another ${name} ends no call`, async () => {
      const { room, services } = await joinRoom();
      const { session } = services;
      const states = recordStates(room);
      change(room, services);
      await idle(room);
      session.reconnect('full');
      change(room, services);
      await idle(room);
      expect(states).to.deep.equal(['reconnecting']);
      expect(services.session).to.equal(session);
    });

    it(`another ${name} opens nothing after a call`, async () => {
      const { room, services } = await joinRoom();
      await room.leave();
      const states = recordStates(room);
      change(room, services);
      await idle(room);
      expect(states).to.deep.equal([]);
    });
  }

  for (const name of ['services', 'roomsApi', 'tokenProvider'] as const) {
    it(`another ${name} leaves a preview alone`, async () => {
      const { room, services } = await openRoom('prejoin');
      const states = recordStates(room);
      again[name]!(room, services);
      await idle(room);
      expect(states).to.deep.equal([]);
    });
  }

  it('other services serve the next join', async () => {
    const { room, services } = await joinRoom();
    const later = createMockServices();
    room.services = later;
    await idle(room);
    expect(later.service.calls.getRoom).to.equal(undefined);
    await room.leave();
    await room.join();
    expect(later.service.calls).to.include({ getRoom: 1, issueRtcToken: 1 });
    expect(services.service.calls).to.include({ getRoom: 1, issueRtcToken: 1 });
  });

  it('services that are created again on each render of a failure are asked once', async () => {
    const broken = (): MockServices => {
      const services = createMockServices();
      services.service.getRoom = () => {
        asked++;
        return Promise.reject(failure({ reason: 'server-error', retryable: true }));
      };
      return services;
    };
    let asked = 0;
    const { room } = createRoom({ properties: { services: broken() } });
    const render = (): void => {
      room.services = broken();
    };
    room.addEventListener('ffc-error', render);
    room.addEventListener('ffc-state-change', render);
    await arrive(room, 'failed');
    for (let round = 0; round < 5; round++) await idle(room);
    expect(asked).to.equal(1);
  });

  it('a token provider that is created again on each render of a failure is asked once', async () => {
    let asked = 0;
    const provider = () => () => {
      asked++;
      return Promise.reject(new Error('No session.'));
    };
    const { room } = createRoom({
      properties: { services: undefined, endpoint: 'sandbox', tokenProvider: provider() },
    });
    room.addEventListener('ffc-error', () => (room.tokenProvider = provider()));
    await arrive(room, 'failed');
    for (let round = 0; round < 5; round++) await idle(room);
    expect(room.error?.reason).to.equal('token-provider-failed');
    expect(asked).to.equal(1);
  });

  it('a page that renders on a mistake in its own set-up comes to rest', async () => {
    const { room } = createRoom({ properties: { services: undefined } });
    let told = 0;
    room.addEventListener('ffc-error', () => {
      told++;
      room.tokenProvider = () => 'token';
    });
    await arrive(room, 'failed');
    for (let round = 0; round < 5; round++) await idle(room);
    expect(room.error?.reason).to.equal('missing-endpoint');
    expect(told).to.equal(1);
  });

  it('a mistake in the set-up is reported again when the element returns to the page', async () => {
    const { room } = createRoom({ properties: { services: undefined } });
    await arrive(room, 'failed');
    room.remove();
    await arrive(room, 'idle');
    document.body.append(room);
    await arrive(room, 'failed');
  });
});

describe('<ffc-room> open()', () => {
  it('opens another room', async () => {
    const { room } = await joinRoom({ properties: { noLeaveConfirm: true } });
    void room.open('2');
    await arrive(room, 'loading');
    await arrive(room, 'connected');
    expect(room.roomId).to.equal('2');
  });

  it('leaves the same room alone while it is open', async () => {
    const { room } = await joinRoom();
    const states = recordStates(room);
    room.open('1');
    await idle(room);
    expect(states).to.deep.equal([]);
  });

  const ends: Record<string, (services: MockServices, room: FfcRoomElement) => unknown> = {
    left: (_, room) => room.leave(),
    ended: ({ session }) => session.end('room-ended'),
    removed: ({ session }) => session.end('removed'),
    failed: ({ session }) => session.end('connection-lost'),
  };
  for (const [state, end] of Object.entries(ends)) {
    it(`opens the same room again when it is ${state}`, async () => {
      const { room, services } = await joinRoom();
      end(services, room);
      await arrive(room, state as RoomState);
      room.autoJoin = false;
      room.open('1');
      await arrive(room, 'prejoin');
    });
  }

  it('opens the same room again when it could not be opened', async () => {
    const { room } = await openRoom('failed', {
      prepare: ({ service }) => service.failNext('getRoom', failure({ reason: 'room-not-found' })),
    });
    room.open('1');
    await arrive(room, 'prejoin');
  });

  it('tells the first thing that goes wrong in the new try', async () => {
    const { room, services } = await joinRoom();
    await room.leave();
    services.service.failNext('getRoom', failure({ reason: 'network' }));
    const failed = nextEvent(room, 'ffc-error');
    room.open('1');
    expect((await failed).error.reason).to.equal('network');
  });
});
