import '../../src/define/ffc-room.js';
import type { VideoRoom } from '../../src/api/types.js';
import { FfcError, type FfcErrorInit } from '../../src/core/errors.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import {
  createDemoRooms,
  createMockServices,
  type MockServices,
  type MockServicesOptions,
} from '../../src/mock/index.js';
import type { RoomState } from '../../src/state/types.js';
import { eventually } from './element-suite.js';

/** A room over a scripted world. */
export interface RoomBench {
  readonly room: FfcRoomElement;
  readonly services: MockServices;
}

export interface RoomBenchOptions extends MockServicesOptions {
  /** Set on the element before it is connected. */
  readonly properties?: Partial<FfcRoomElement>;
  /** The markup inside `<ffc-room>`. */
  readonly children?: readonly Element[];
  /** Prepares the world before the room is opened. */
  readonly prepare?: (services: MockServices) => void;
}

const rooms: Element[] = [];
afterEach(() => {
  for (const room of rooms.splice(0)) room.remove();
});

/** Puts a room on the page, with its world in place of the real one. */
export function createRoom(options: RoomBenchOptions = {}): RoomBench {
  const { properties, children = [], prepare, ...world } = options;
  const services = createMockServices(world);
  prepare?.(services);
  const room = document.createElement('ffc-room');
  Object.assign(room, { services, noPersist: true, roomId: '1', ...properties });
  room.append(...children);
  document.body.append(room);
  rooms.push(room);
  return { room, services };
}

/** The same, once it has got to a state and drawn it. */
export async function openRoom(
  state: RoomState,
  options: RoomBenchOptions = {},
): Promise<RoomBench> {
  const bench = createRoom(options);
  await arrive(bench.room, state);
  return bench;
}

/** The same, in the call. */
export function joinRoom(options: RoomBenchOptions = {}): Promise<RoomBench> {
  return openRoom('connected', {
    ...options,
    properties: { autoJoin: true, ...options.properties },
  });
}

/** Waits until a room is at a state, and has drawn it with all its parts. */
export async function arrive(room: FfcRoomElement, state: RoomState): Promise<void> {
  await eventually(room, () => room.state === state);
  if (!['idle', 'loading'].includes(state) && room.error?.stage !== 'setup') {
    await eventually(room, () => room.shadowRoot!.querySelector('#audio'));
  }
  if (['prejoin', 'connected'].includes(state)) {
    await eventually(room, () => room.shadowRoot!.querySelector('ffc-prejoin, ffc-control-bar'));
  }
  // What draws them loads when one comes.
  const isLate = [
    'scheduled',
    'password',
    'waiting',
    'left',
    'ended',
    'removed',
    'failed',
  ].includes(state);
  const isShell = !room.shadowRoot!.querySelector('#audio');
  if (isLate && !isShell && ![...room.children].some(({ slot }) => slot === state)) {
    await eventually(room, () => room.shadowRoot!.querySelector('.end, form'));
  }
  await room.updateComplete;
}

/** The text that a shadow root shows, its parts' included. */
export function shownText(root: ShadowRoot | Element): string {
  const own = [...root.querySelectorAll('*')].flatMap((element) => [
    ...[...element.childNodes]
      .filter((node) => node instanceof Text)
      .map((node) => node.textContent),
    ...(element.shadowRoot ? [shownText(element.shadowRoot)] : []),
  ]);
  return own.join(' ').replace(/\s+/g, ' ').trim();
}

/** A demo room with some facts changed. */
export function demoRoom(facts: Partial<VideoRoom>): VideoRoom {
  return { ...createDemoRooms(0)[0]!, ...facts };
}

export function failure(init: Partial<FfcErrorInit>): FfcError {
  return new FfcError({ reason: 'unknown', stage: 'api', message: 'Made to fail.', ...init });
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<FfcError> {
  try {
    await promise;
  } catch (error) {
    return error as FfcError;
  }
  throw new Error('It did not reject.');
}
