import type {
  CallOptions,
  Page,
  PushEvent,
  PushSource,
  RoomQuery,
  VideoRoom,
} from '../../api/types.js';
import { createCell } from '../../core/cell.js';
import { Emitter } from '../../core/emitter.js';
import { FfcError, toFfcError } from '../../core/errors.js';
import type {
  ListContent,
  ListPhase,
  ListServices,
  RoomListStore,
  RoomListStoreEvents,
} from '../list-types.js';
import {
  readVideoRoom,
  requireVideoRoom,
  RoomRecords,
  withState,
  type CallRecord,
} from '../room-records.js';

export interface RoomListStoreOptions {
  /** The content of an earlier store: it stays until newer content loads. */
  readonly content?: ListContent | undefined;
  /** Which rooms of a page go before others. Default: they stay in the order that was asked for. */
  readonly order?: ((a: VideoRoom, b: VideoRoom) => number) | undefined;
  /**
   * How long changes of rooms that are not shown are gathered before the list is loaded anew, in
   * milliseconds; up to twice as long, by chance, so that pages do not load all at once. Default
   * 2000.
   */
  readonly gatherMs?: number | undefined;
}

/**
 * Makes the state of one list of rooms. Only the newest query counts: it aborts the one before,
 * whose promise rejects with reason `aborted`. Every other failure is emitted as an `error` event
 * as well. Nothing is loaded before the first {@link RoomListStore.load}. `services.rooms` is read
 * anew for each call and `services.push` with each load, so that they may change or throw. Rooms
 * that are shown follow the event stream; a change of others makes the list load anew.
 */
export function createRoomListStore(
  services: ListServices,
  { content, order = () => 0, gatherMs = 2000 }: RoomListStoreOptions = {},
): RoomListStore {
  const events = new Emitter<RoomListStoreEvents>();
  const phase = createCell<ListPhase>(content ? ready(content) : { state: 'idle' });
  const pending = createCell<readonly number[]>([]);
  const lifetime = new AbortController();
  const records = new RoomRecords();
  /** For each room, how many changes of it are under way. */
  const changing = new Map<number, number>();
  let query: RoomQuery = {};
  let newest: AbortController | undefined;
  let loadBeganAt = -Infinity;
  let followed: PushSource | undefined;
  let following: AbortController | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;

  async function load(next: RoomQuery, keep?: VideoRoom, isQuiet?: boolean): Promise<void> {
    query = next;
    newest?.abort();
    newest = new AbortController();
    loadBeganAt = performance.now();
    const signal = AbortSignal.any([lifetime.signal, newest.signal]);
    const before = phase.getSnapshot();
    if (!isQuiet) {
      phase.set(before.state === 'ready' ? { ...before, refreshing: true } : { state: 'loading' });
    }
    const call = records.begin();
    // The stream begins right behind the call, and not after its answer: what happens in between
    // would be told to nobody.
    const beginning = setTimeout(() => follow(services.push));
    try {
      const loaded = await fetchPage(next, call, signal);
      signal.throwIfAborted();
      phase.set(ready(loaded));
      follow(services.push);
      if (keep) show(keep);
      events.emit('load', loaded);
    } catch (thrown) {
      const error = toFfcError(signal.aborted ? signal.reason : thrown, 'api');
      if (!signal.aborted && !isQuiet) fail(error);
      throw error;
    } finally {
      clearTimeout(beginning);
      call.end();
    }
  }

  function follow(push: PushSource | undefined): void {
    if (push === followed) return;
    following?.abort();
    followed = push;
    push?.subscribe(onPush, (following = new AbortController()));
  }

  function onPush(event: PushEvent): void {
    // What happened while the stream was away was told to nobody.
    if (event.type === 'gap') return gather();
    // At the start it opens along with the first load, which then has all there is.
    if (event.type === 'open' && performance.now() - loadBeganAt >= gatherMs) return gather();
    if (event.type !== 'room-change') return;
    const { roomId, videoRoomState } = event;
    records.recordState(roomId, videoRoomState);
    const now = phase.getSnapshot();
    if (now.state !== 'ready') return;
    const room = now.rooms.find(({ id }) => id === roomId);
    if (room?.videoRoomState === videoRoomState) return;
    if (room) put(withState(room, videoRoomState));
    const filter = query.videoRoomState;
    // It may belong here now, or not any more.
    if (room ? filter : !filter || filter === videoRoomState) gather();
  }

  /** Loads anew, but once for all changes that come close together, and never in between. */
  function gather(): void {
    if (phase.getSnapshot().state !== 'ready') return;
    gathering ??= setTimeout(
      () => {
        gathering = undefined;
        const now = phase.getSnapshot();
        if (now.state === 'ready' && now.refreshing) gather();
        // A failure is emitted by then.
        else load(query).catch(() => {});
      },
      gatherMs * (1 + Math.random()),
    );
  }

  async function fetchPage(
    next: RoomQuery,
    call: CallRecord,
    signal: AbortSignal,
  ): Promise<ListContent> {
    const read = async (query: RoomQuery): Promise<ListContent> =>
      toContent(await services.rooms.listRooms(query, { signal }), call, order);
    const page = await read(next);
    const { rooms, totalPages } = page;
    if (rooms.length > 0 || page.page === 0 || totalPages === 0) return page;
    // The page's last room is gone: the last page that there is takes its place.
    return read({ ...next, page: totalPages - 1 });
  }

  /** Makes a change, during which the room (where there is one already) is pending. */
  async function change<T>(
    id: number | undefined,
    work: (options: CallOptions, call: CallRecord) => Promise<T>,
  ): Promise<T> {
    const call = records.begin('change');
    countChange(id, 1);
    try {
      return await work({ signal: lifetime.signal }, call);
    } catch (thrown) {
      const error = toFfcError(thrown, 'api');
      if (error.reason !== 'aborted') events.emit('error', { error });
      throw error;
    } finally {
      call.end();
      countChange(id, -1);
    }
  }

  function countChange(id: number | undefined, step: 1 | -1): void {
    if (id === undefined) return;
    const count = (changing.get(id) ?? 0) + step;
    if (count > 0) changing.set(id, count);
    else changing.delete(id);
    pending.set([...changing.keys()]);
  }

  function fail(error: FfcError): void {
    const now = phase.getSnapshot();
    phase.set(
      now.state === 'ready'
        ? { ...now, refreshing: false, stale: error }
        : { state: 'failed', error },
    );
    events.emit('error', { error });
  }

  function replace(edit: (rooms: readonly VideoRoom[]) => readonly VideoRoom[]): void {
    const now = phase.getSnapshot();
    if (now.state !== 'ready') return;
    const rooms = Object.freeze(edit(now.rooms));
    phase.set({ ...now, rooms, total: now.total + rooms.length - now.rooms.length });
  }

  const put = (room: VideoRoom): void =>
    replace((rooms) => rooms.map((other) => (other.id === room.id ? room : other)));

  const show = (room: VideoRoom): void =>
    replace((rooms) => [room, ...rooms.filter(({ id }) => id !== room.id)]);

  return {
    phase,
    pending,
    on: events.on.bind(events),
    load: (next) => load(next),
    refresh: () => load(query),
    refreshQuietly: async () => {
      const now = phase.getSnapshot();
      if (now.state === 'ready' && !now.refreshing) await load(query, undefined, true);
    },
    goToPage: (page) => load({ ...query, page }),
    fail,
    dispose: () => {
      lifetime.abort();
      following?.abort();
      clearTimeout(gathering);
      services.release?.();
    },

    create: (input) =>
      change(undefined, async (options, call) => {
        const answered = requireVideoRoom(await services.rooms.createRoom(input, options));
        const room = call.merge(answered) ?? answered;
        show(room);
        events.emit('created', { room });
        // Who has just made a room wants to see it, also where the filter leaves it out.
        load({ ...query, page: 0 }, room).catch(() => {});
        return room;
      }),

    update: ({ id }, update) =>
      change(id, async (options, call) => {
        const answered = requireVideoRoom(await services.rooms.updateRoom(id, update, options));
        const room = call.merge(answered) ?? answered;
        records.recordRoom(room);
        put(room);
        events.emit('updated', { room });
        return room;
      }),

    delete: (room) =>
      change(room.id, async (options) => {
        try {
          await services.rooms.deleteRoom(room.id, options);
        } catch (thrown) {
          // Somebody else was faster, and the room is as gone as it was meant to be.
          if (toFfcError(thrown, 'api').reason !== 'room-not-found') throw thrown;
        }
        records.recordDeletion(room.id);
        replace((rooms) => rooms.filter(({ id }) => id !== room.id));
        events.emit('deleted', { room });
        // The first room of the next page moves up.
        load(query).catch(() => {});
      }),
  };
}

function ready(content: ListContent): ListPhase {
  return { ...content, state: 'ready', refreshing: false, stale: undefined };
}

/** An app's own gateway or `roomsApi` may answer anything: what is no room is left out. */
function toContent(
  page: Page<VideoRoom>,
  call: CallRecord,
  order: NonNullable<RoomListStoreOptions['order']>,
): ListContent {
  if (!Array.isArray(page?.content)) {
    throw new FfcError({
      reason: 'invalid-response',
      stage: 'api',
      message: 'listRooms() gave no page of rooms.',
      retryable: true,
    });
  }
  const answered = page.content.flatMap((room) => readVideoRoom(room) ?? []);
  const rooms = answered.flatMap((room) => call.merge(room) ?? []).sort(order);
  return {
    rooms: Object.freeze(rooms),
    page: page.totalPages > 0 ? page.number : 0,
    pageSize: page.size,
    totalPages: page.totalPages,
    total: page.totalElements + rooms.length - answered.length,
    can: page.can,
  };
}
