import { expect } from '@open-wc/testing';
import { FfcError, type FfcErrorReason, type FfcErrorStage } from '../../../src/core/errors.js';
import {
  createMockServices,
  type MockServices,
  type MockSession,
} from '../../../src/mock/index.js';
import { createRoomStore } from '../../../src/state/room/room-store.js';
import type {
  RoomPhase,
  RoomState,
  RoomStore,
  RoomStoreEvents,
  RoomStoreOptions,
} from '../../../src/state/types.js';

/** The demo's rooms: one that is open, and one of each kind that is not. */
export const rooms = { open: '1', locked: '3', ended: '5', broadcast: '6' };

export interface World {
  readonly store: RoomStore;
  readonly services: MockServices;
  /** The states that the store went through. */
  readonly states: RoomState[];
  readonly errors: FfcErrorReason[];
}

/** A store in a scripted world; `noPreview` unless asked for otherwise. */
export function createWorld(
  options: RoomStoreOptions = {},
  services: MockServices = createMockServices(),
): World {
  const store = createRoomStore(services, { noPreview: true, ...options });
  const states: RoomState[] = [];
  const errors: FfcErrorReason[] = [];
  store.on('state-change', ({ state }) => states.push(state));
  store.on('error', ({ error }) => errors.push(error.reason));
  return { store, services, states, errors };
}

export function failure(reason: FfcErrorReason, stage: FfcErrorStage = 'api'): FfcError {
  return new FfcError({ reason, stage, message: 'As the test wants it.' });
}

/** Returns the reason of the `FfcError` with which a promise rejects. Any other outcome fails. */
export async function reasonOf(work: Promise<unknown>): Promise<FfcErrorReason> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown, 'rejection').to.be.instanceOf(FfcError);
  return (thrown as FfcError).reason;
}

/** The phase, once it has this state. */
export function untilState<S extends RoomState>(
  store: RoomStore,
  state: S,
): Promise<Extract<RoomPhase, { state: S }>> {
  return until(store.phase, (phase) => phase.state === state) as Promise<
    Extract<RoomPhase, { state: S }>
  >;
}

/** The value of a cell, once it is as wanted. */
export function until<T>(
  cell: { getSnapshot(): T; subscribe(listener: (value: T) => void): () => void },
  wanted: (value: T) => boolean,
): Promise<T> {
  return new Promise((resolve) => {
    const off = cell.subscribe((value) => {
      if (!wanted(value)) return;
      off();
      resolve(value);
    });
    if (wanted(cell.getSnapshot())) {
      off();
      resolve(cell.getSnapshot());
    }
  });
}

/** Resolves once the session is connecting. */
export async function connecting(session: MockSession): Promise<void> {
  if (session.connection.state === 'connecting') return;
  await new Promise<void>((resolve) => {
    const off = session.on('connection-change', () => {
      off();
      resolve();
    });
  });
}

/** The next event of a type. */
export function nextEvent<K extends keyof RoomStoreEvents>(
  store: RoomStore,
  type: K,
): Promise<RoomStoreEvents[K]> {
  return new Promise((resolve) => {
    const off = store.on(type, (event) => {
      off();
      resolve(event);
    });
  });
}
