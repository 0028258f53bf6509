import { expect } from '@open-wc/testing';
import type { RoomQuery, RoomsApi } from '../../../src/api/types.js';
import { FfcError } from '../../../src/core/errors.js';
import { createDemoRooms } from '../../../src/mock/demo-rooms.js';
import { createMockService, type MockService } from '../../../src/mock/service.js';
import { createRoomListStore } from '../../../src/state/list/room-list-store.js';
import type { ListPhase, RoomListStore } from '../../../src/state/list-types.js';

export const failure = new FfcError({ reason: 'network', stage: 'api', message: 'No network.' });

export function bench(rooms: RoomsApi): {
  store: RoomListStore;
  phases: ListPhase[];
  told: string[];
} {
  const store = createRoomListStore({ rooms });
  const phases: ListPhase[] = [];
  const told: string[] = [];
  store.phase.subscribe((phase) => phases.push(phase));
  for (const type of ['load', 'created', 'updated', 'deleted', 'error'] as const) {
    store.on(type, () => told.push(type));
  }
  return { store, phases, told };
}

export const titles = (store: RoomListStore): (string | undefined)[] => {
  const phase = store.phase.getSnapshot();
  return phase.state === 'ready' ? phase.rooms.map(({ title }) => title) : [];
};

export const ready = (store: RoomListStore): Extract<ListPhase, { state: 'ready' }> => {
  const phase = store.phase.getSnapshot();
  if (phase.state !== 'ready') throw new Error(`It is ${phase.state}.`);
  return phase;
};

export async function reasonOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    expect(error).to.be.instanceOf(FfcError);
    return (error as FfcError).reason;
  }
  return 'none';
}

/** A service with rooms 1 to `count`, the last one newest. */
export function withRooms(count: number): MockService {
  const [model] = createDemoRooms(0);
  const rooms = Array.from({ length: count }, (_, index) => ({
    ...model!,
    id: index + 1,
    title: `Room ${index + 1}`,
    createdAt: new Date(1_700_000_000_000 + index * 1000).toISOString(),
  }));
  return createMockService({ rooms });
}

/** A service that can only list rooms, with the given function. */
export function listing(listRooms: (query?: RoomQuery) => unknown): RoomsApi {
  const refuse = (): Promise<never> => Promise.reject(failure);
  return {
    createRoom: refuse,
    getRoom: refuse,
    updateRoom: refuse,
    deleteRoom: refuse,
    listRooms: listRooms as RoomsApi['listRooms'],
  };
}
