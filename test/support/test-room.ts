import { fixtureCleanup } from '@open-wc/testing';
import {
  createRoomHandle,
  roomHandleKey,
  type RoomViewOptions,
} from '../../src/parts/room-handle.js';
import { type Cell, createCell, type Readable } from '../../src/core/cell.js';
import { createMockServices } from '../../src/mock/index.js';
import type { MockParticipant, MockSession } from '../../src/mock/index.js';
import { createRoomStore } from '../../src/state/room/room-store.js';
import type { RoomStore, RoomStoreOptions } from '../../src/state/types.js';
import { createRoomView, type RoomView } from '../../src/state/view.js';

/** A room reduced to what its parts need. */
export interface TestRoom {
  /** The element in place of `<ffc-room>`. Parts go inside, or name its id `test-room`. */
  readonly host: HTMLElement;
  readonly store: RoomStore;
  readonly view: RoomView;
  readonly session: MockSession;
  readonly options: Cell<RoomViewOptions>;
  /** How many listeners the room's cells have and how many elements play its tracks, in sum. */
  readonly listeners: () => number;
  /** Sets the options again, unchanged: an equal snapshot. */
  readonly tellAgain: () => void;
}

export interface TestRoomOptions extends RoomStoreOptions {
  readonly participants?: readonly MockParticipant[];
  /** How many scripted participants to add to `participants`. */
  readonly crowd?: number;
  /** Default `true`. */
  readonly join?: boolean;
  readonly view?: Partial<RoomViewOptions>;
}

const open = new Set<TestRoom>();

afterEach(async () => {
  fixtureCleanup();
  for (const { host, store } of open) {
    host.remove();
    await store.dispose();
  }
  open.clear();
});

/** A room on the page whose local participant is `me`, with camera and microphone off. */
export async function createTestRoom({
  participants = [],
  crowd = 0,
  join = true,
  view: viewOptions = {},
  ...storeOptions
}: TestRoomOptions = {}): Promise<TestRoom> {
  const services = createMockServices({ session: { participants } });
  services.session.crowd(crowd);
  const store = createRoomStore(services, {
    startCameraOff: true,
    startMuted: true,
    ...storeOptions,
  });
  const host = document.createElement('div');
  host.id = 'test-room';
  const options = createCell<RoomViewOptions>({
    messages: undefined,
    headingLevel: 2,
    hideSelf: false,
    maxTiles: undefined,
    controls: undefined,
    displayName: undefined,
    noPrejoin: false,
    noNameField: false,
    ...viewOptions,
  });
  const view = createRoomView(store);
  const ofView = sizeOf(store.phase) + sizeOf(store.roster);
  const handle = createRoomHandle({ store, view, host, options, services });
  Object.defineProperty(host, roomHandleKey, { value: handle });
  document.body.append(host);
  const room: TestRoom = {
    host,
    store,
    view,
    options,
    get session() {
      return services.session;
    },
    listeners: () => {
      const { identities } = store.roster.getSnapshot();
      const cells = [store.phase, store.roster, store.controls, options, view.state];
      const people = identities.map((identity) => store.participant(identity));
      const watching = [...cells, ...people].reduce((sum, cell) => sum + sizeOf(cell), -ofView);
      return watching + services.session.attachments;
    },
    tellAgain: () => options.set({ ...options.getSnapshot() }),
  };
  open.add(room);
  await store.open('1');
  if (join) await store.join();
  return room;
}

function sizeOf(cell: Readable<unknown>): number {
  return (cell as Cell<unknown>).size;
}

/** Resolves when the video has shown another two frames. */
export function nextFrames(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    video.requestVideoFrameCallback(() => video.requestVideoFrameCallback(() => resolve()));
  });
}
