import '../../src/define/ffc-room-list.js';
import '../../src/define/ffc-room.js';
import { createChannelApi } from '../../src/api/channel-calls.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import type { AppRecord } from '../../sandbox/service/records.js';
import {
  createInPageSandbox,
  type InPageSandbox,
  type InPageSandboxOptions,
} from '../../sandbox/in-page/in-page-sandbox.js';
import { HeldClock } from '../unit/api/push-support.js';
import { eventually } from './element-suite.js';
import { type ListBench, part, rows, show, text } from './list-bench.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A sandbox whose clients wait on a clock that the test moves. */
export function createWorld(options: InPageSandboxOptions = {}): {
  readonly sandbox: InPageSandbox;
  readonly clock: HeldClock;
} {
  const clock = new HeldClock();
  const sandbox = createInPageSandbox({ client: { clock }, ...options });
  stops.push(() => sandbox.stop());
  return { sandbox, clock };
}

export type PageList = Pick<ListBench, 'list' | 'root'>;

/** Resolves when this many event streams are open. They carry only later events. */
export async function listening({ streams }: InPageSandbox, count = 1): Promise<void> {
  const done = new AbortController();
  await new Promise<void>((resolve) => {
    const check = (): void => {
      if (streams.getSnapshot() === count) resolve();
    };
    streams.subscribe(check, done);
    check();
  });
  done.abort();
}

/** The id of the room with this title. */
export async function idOf(sandbox: InPageSandbox, title: string): Promise<number> {
  const { content } = await sandbox.client('mina').listRooms({ keyword: title });
  return content.find((room) => room.title === title)!.id;
}

/**
 * Makes a member join the channels of these rooms, because only joined members get their states.
 */
export async function joinChannels(
  sandbox: InPageSandbox,
  appUserId: string,
  ...titles: string[]
): Promise<void> {
  const channels = createChannelApi(sandbox.client(appUserId));
  for (const title of titles) await channels.joinChannel(await idOf(sandbox, title));
}

interface OpenAs {
  readonly appUserId?: string;
  readonly app?: AppRecord;
}

/** A member's list, once it shows the service's answer. */
export async function openList(
  sandbox: InPageSandbox,
  { appUserId = 'mina', app, ...properties }: OpenAs & Partial<ListBench['list']> = {},
): Promise<PageList> {
  const list = document.createElement('ffc-room-list');
  const services = sandbox.listServices(appUserId, app);
  Object.assign(list, { services, searchDelay: 0, ...properties });
  show(list);
  const bench = { list, root: list.shadowRoot! };
  await eventually(list, () => part(bench, 'list') ?? part(bench, 'blank'));
  return bench;
}

/** A member's room. */
export function createRoom(
  sandbox: InPageSandbox,
  roomId: number,
  { appUserId = 'mina', ...properties }: OpenAs & Partial<FfcRoomElement> = {},
): FfcRoomElement {
  const room = document.createElement('ffc-room');
  const services = sandbox.roomServices(appUserId);
  Object.assign(room, { services, noPersist: true, roomId: String(roomId), ...properties });
  return show(room);
}

/** The row with this title. */
export const rowOf = (list: Pick<ListBench, 'root'>, title: string): HTMLLIElement | undefined =>
  rows(list).find((row) => text(row.querySelector('h3')) === title);

/** The text of a row about its room's state. */
export const stateOf = (list: Pick<ListBench, 'root'>, title: string): string =>
  text(rowOf(list, title)?.querySelector('[part~=badge]'));
