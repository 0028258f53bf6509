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

export interface RoomListStoreOptions {
  /** What an earlier store showed: it stays until newer content comes. */
  readonly content?: ListContent | undefined;
  /**
   * How long changes of rooms that are not shown are gathered before the list is loaded anew, in
   * milliseconds. Default 2000.
   */
  readonly gatherMs?: number | undefined;
}

/**
 * Makes the state of one list of rooms. Only the newest query counts: it aborts the one before,
 * whose promise rejects with reason `aborted`. Every other failure is told by an `error` event
 * as well as by the promise. Nothing is loaded before the first {@link RoomListStore.load}, and
 * `services.rooms` is read anew for each call, so that it may change or throw; `services.push`
 * after each load. Rooms that are shown follow what is told of them; others make the list load
 * anew.
 */
export function createRoomListStore(
  services: ListServices,
  { content, gatherMs = 2000 }: RoomListStoreOptions = {},
): RoomListStore {
  const events = new Emitter<RoomListStoreEvents>();
  const phase = createCell<ListPhase>(content ? ready(content) : { state: 'idle' });
  const pending = createCell<readonly number[]>([]);
  const lifetime = new AbortController();
  let query: RoomQuery = {};
  let newest: AbortController | undefined;
  let followed: PushSource | undefined;
  let following: AbortController | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;

  async function load(next: RoomQuery, keep?: VideoRoom): Promise<void> {
    query = next;
    newest?.abort();
    newest = new AbortController();
    const signal = AbortSignal.any([lifetime.signal, newest.signal]);
    const before = phase.getSnapshot();
    phase.set(before.state === 'ready' ? { ...before, refreshing: true } : { state: 'loading' });
    try {
      const loaded = await fetchPage(next, signal);
      signal.throwIfAborted();
      phase.set(ready(loaded));
      follow(services.push);
      if (keep) show(keep);
      events.emit('load', loaded);
    } catch (thrown) {
      const error = toFfcError(signal.aborted ? signal.reason : thrown, 'api');
      if (!signal.aborted) fail(error);
      throw error;
    }
  }

  function follow(push: PushSource | undefined): void {
    if (push === followed) return;
    following?.abort();
    followed = push;
    push?.subscribe(onPush, (following = new AbortController()));
  }

  function onPush(event: PushEvent): void {
    const now = phase.getSnapshot();
    if (now.state !== 'ready') return;
    // What happened between the load and the stream's beginning was told to nobody.
    if (event.type === 'gap' || event.type === 'open') return gather();
    if (event.type !== 'room-change') return;
    const { roomId, videoRoomState } = event;
    const room = now.rooms.find(({ id }) => id === roomId);
    if (room?.videoRoomState === videoRoomState) return;
    // Since when is not told: what is known may be of an earlier call.
    if (room) put(snapshot({ ...room, videoRoomState, liveStartedAt: undefined }));
    // It may belong here now, or not any more.
    if (!room || query.videoRoomState) gather();
  }

  /** Loads anew, but once for all changes that come close together, and never in between. */
  function gather(): void {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      const now = phase.getSnapshot();
      if (now.state === 'ready' && now.refreshing) gather();
      // A failure is told by then.
      else load(query).catch(() => {});
    }, gatherMs);
  }

  async function fetchPage(next: RoomQuery, signal: AbortSignal): Promise<ListContent> {
    const page = toContent(await services.rooms.listRooms(next, { signal }));
    const { rooms, totalPages } = page;
    if (rooms.length > 0 || page.page === 0 || totalPages === 0) return page;
    // The page's last room is gone: the last page that there is takes its place.
    return toContent(await services.rooms.listRooms({ ...next, page: totalPages - 1 }, { signal }));
  }

  /** Makes a change, during which the room (where there is one already) is pending. */
  async function change<T>(
    id: number | undefined,
    work: (options: CallOptions) => Promise<T>,
  ): Promise<T> {
    if (id !== undefined) pending.set([...pending.getSnapshot(), id]);
    try {
      return await work({ signal: lifetime.signal });
    } catch (thrown) {
      const error = toFfcError(thrown, 'api');
      if (error.reason !== 'aborted') events.emit('error', { error });
      throw error;
    } finally {
      pending.set(pending.getSnapshot().filter((other) => other !== id));
    }
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
    replace((rooms) => (rooms.some(({ id }) => id === room.id) ? rooms : [room, ...rooms]));

  return {
    phase,
    pending,
    on: events.on.bind(events),
    load: (next) => load(next),
    refresh: () => load(query),
    goToPage: (page) => load({ ...query, page }),
    fail,
    dispose: () => {
      lifetime.abort();
      following?.abort();
      clearTimeout(gathering);
    },

    create: (input) =>
      change(undefined, async (options) => {
        const room = snapshot(await services.rooms.createRoom(input, options));
        show(room);
        events.emit('created', { room });
        // Who has just made a room wants to see it, also where the filter leaves it out.
        load({ ...query, page: 0 }, room).catch(() => {});
        return room;
      }),

    update: ({ id }, update) =>
      change(id, async (options) => {
        const room = snapshot(await services.rooms.updateRoom(id, update, options));
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

function toContent(page: Page<VideoRoom>): ListContent {
  // An app's own gateway or `roomsApi` may answer anything.
  if (!Array.isArray(page?.content)) {
    throw new FfcError({
      reason: 'invalid-response',
      stage: 'api',
      message: 'listRooms() gave no page of rooms.',
      retryable: true,
    });
  }
  return {
    rooms: Object.freeze(page.content.map(snapshot)),
    page: page.totalPages > 0 ? page.number : 0,
    pageSize: page.size,
    totalPages: page.totalPages,
    total: page.totalElements,
  };
}

/** A copy, because an app's own service may go on using what it gave. */
function snapshot(room: VideoRoom): VideoRoom {
  return Object.freeze({ ...room });
}
