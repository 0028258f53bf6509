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
  /** The content of an earlier store. It stays until newer content has loaded. */
  readonly content?: ListContent | undefined;
  /** Compares two rooms of a page, to sort them. Default: the order of the answer. */
  readonly order?: ((a: VideoRoom, b: VideoRoom) => number) | undefined;
  /**
   * The milliseconds for which changes of rooms that are not shown are gathered before the list
   * loads again. A random time of up to the same length is added, so that pages do not all load at
   * once. Default 2000.
   */
  readonly gatherMs?: number | undefined;
}

/**
 * Creates the store of one list of rooms. Only the newest query counts: it aborts the former one,
 * whose promise rejects with reason `aborted`. Every other failure is also emitted as an `error`
 * event. Nothing loads before the first {@link RoomListStore.load}. `services.rooms` is read for
 * each request and `services.push` for each load, so that they may change or throw. Shown rooms
 * follow the event stream. A change of another room makes the list load again.
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
  /** The number of running changes of each room. */
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
    // The stream starts right after the request, not after its answer: events in between would be
    // lost.
    const beginning = setTimeout(() => follow(services.push));
    try {
      const loaded = await fetchPage(next, call, signal);
      signal.throwIfAborted();
      phase.set(ready(loaded));
      follow(services.push);
      keep &&= call.merge(keep);
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
    // The events during the interruption of the stream are lost.
    if (event.type === 'gap') return gather();
    // At the start the stream opens together with the first load, which is complete.
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
    // The room may match the filter now, or no longer.
    if (room ? filter : !filter || filter === videoRoomState) gather();
  }

  /** Loads the list again, once for all changes within a short time. */
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
    // The page has no rooms any more: the last existing page replaces it.
    return read({ ...next, page: totalPages - 1 });
  }

  /** Performs a change. An existing room is pending until it is done. */
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
        // Shows the new room to its creator, even if it does not match the filter.
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
          // Another member has deleted the room already, so the goal is reached.
          if (toFfcError(thrown, 'api').reason !== 'room-not-found') throw thrown;
        }
        records.recordDeletion(room.id);
        replace((rooms) => rooms.filter(({ id }) => id !== room.id));
        events.emit('deleted', { room });
        // Loads again, because the first room of the next page moves up.
        load(query).catch(() => {});
      }),
  };
}

function ready(content: ListContent): ListPhase {
  return { ...content, state: 'ready', refreshing: false, stale: undefined };
}

/**
 * Converts a page. An app's own gateway or `roomsApi` may answer anything: invalid rooms are left
 * out.
 */
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
    total: (page.totalElements ?? answered.length) + rooms.length - answered.length,
    can: page.can,
  };
}
