// The layout of the bar loads in the background of a call, and replaces the buttons of the plain row.
// A test that has found a button keeps it, because the layout is there at once.
import '../../src/elements/control-bar/bar-layout.js';
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

/** A room with scripted services. */
export interface RoomBench {
  readonly room: FfcRoomElement;
  readonly services: MockServices;
}

export interface RoomBenchOptions extends MockServicesOptions {
  /** Set on the element before it is connected. */
  readonly properties?: Partial<FfcRoomElement>;
  /** The markup inside `<ffc-room>`. */
  readonly children?: readonly Element[];
  /** Prepares the services before the room is opened. */
  readonly prepare?: (services: MockServices) => void;
}

const rooms: Element[] = [];
afterEach(() => {
  for (const room of rooms.splice(0)) room.remove();
});

/** Puts a room on the page, with scripted services in place of the real ones. */
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

/** Creates a room, and waits until it is in a state and has drawn it. */
export async function openRoom(
  state: RoomState,
  options: RoomBenchOptions = {},
): Promise<RoomBench> {
  const bench = createRoom(options);
  await arrive(bench.room, state);
  return bench;
}

/** Creates a room that joins its call at once, and waits for the call. */
export function joinRoom(options: RoomBenchOptions = {}): Promise<RoomBench> {
  return openRoom('connected', {
    ...options,
    properties: { autoJoin: true, ...options.properties },
  });
}

/** Waits until a room is in a state, and has drawn it with all its parts. */
export async function arrive(room: FfcRoomElement, state: RoomState): Promise<void> {
  await eventually(room, () => room.state === state);
  if (!['idle', 'loading'].includes(state) && room.error?.stage !== 'setup') {
    await eventually(room, () => room.shadowRoot!.querySelector('#audio'));
  }
  if (['prejoin', 'connected'].includes(state)) {
    await eventually(room, () => room.shadowRoot!.querySelector('ffc-prejoin, ffc-control-bar'));
  }
  // The code that draws these states loads only when the room enters one of them.
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

/** The text that a shadow root shows, including the text of its parts. */
export function shownText(root: ShadowRoot | Element): string {
  const own = [...root.querySelectorAll('*')].flatMap((element) => [
    ...[...element.childNodes]
      .filter((node) => node instanceof Text)
      .map((node) => node.textContent),
    ...(element.shadowRoot ? [shownText(element.shadowRoot)] : []),
  ]);
  return own.join(' ').replace(/\s+/g, ' ').trim();
}

/** The room's own live region. Screens and notices of the room have others. */
export function newsRegion({ shadowRoot }: FfcRoomElement): Element | undefined {
  return [...(shadowRoot?.children ?? [])].find((child) => child.matches('[role=status]'));
}

/** Waits for the code that shows the facts of a call: its news, lines about people, and retries. */
export async function factsLoaded(room: FfcRoomElement): Promise<void> {
  // That code renders this sign.
  await eventually(room, () => room.shadowRoot!.querySelector('[part~=connection]'));
}

/**
 * Waits until a room has announced its join, and has all code that announces. Returns its live
 * region.
 */
export async function heardJoin(room: FfcRoomElement, text = 'You joined. '): Promise<Element> {
  await factsLoaded(room);
  await import('../../src/elements/room/call-news.js');
  await eventually(room, () => newsRegion(room)?.textContent.startsWith(text));
  return newsRegion(room)!;
}

/** A demo room with some facts changed. */
export function demoRoom(facts: Partial<VideoRoom>): VideoRoom {
  return { ...createDemoRooms(0)[0]!, ...facts };
}

export function failure(init: Partial<FfcErrorInit>): FfcError {
  return new FfcError({ reason: 'unknown', stage: 'api', message: 'Made to fail.', ...init });
}

/** The error that a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<FfcError> {
  try {
    await promise;
  } catch (error) {
    return error as FfcError;
  }
  throw new Error('It did not reject.');
}
