import type {
  AppRoomsApi,
  MemberApi,
  PushSource,
  RoomInput,
  RoomPermission,
  RoomQuery,
  RoomUpdate,
  VideoRoom,
} from '../api/types.js';
import type { Readable } from '../core/cell.js';
import type { EventSource } from '../core/emitter.js';
import type { FfcError } from '../core/errors.js';

/** The state of a list. Rooms that have loaded stay while others load, or fail to. */
export type ListPhase =
  | { readonly state: 'idle' }
  /** Nothing to show yet. */
  | { readonly state: 'loading' }
  | (ListContent & {
      readonly state: 'ready';
      /** Newer content is on its way; what is shown is the last that came. */
      readonly refreshing: boolean;
      /** The last refresh failed; what is shown may be old. */
      readonly stale: FfcError | undefined;
    })
  | { readonly state: 'failed'; readonly error: FfcError };

export interface ListContent {
  readonly rooms: readonly VideoRoom[];
  /** From 0, as the service answers. */
  readonly page: number;
  readonly pageSize: number;
  readonly totalPages: number;
  readonly total: number;
  /** The same as `Page.can`. */
  readonly can?: readonly RoomPermission[] | undefined;
}

export interface RoomListStoreEvents {
  load: ListContent;
  created: { readonly room: VideoRoom };
  updated: { readonly room: VideoRoom };
  deleted: { readonly room: VideoRoom };
  error: { readonly error: FfcError };
}

export interface ListServices {
  readonly rooms: AppRoomsApi;
  /** Says who is asking: the member may change rooms of their own. Without it, nobody knows. */
  readonly member?: Pick<MemberApi, 'me'> | undefined;
  /** Tells of changes by itself. Without it, what is shown is as old as the last load. */
  readonly push?: PushSource | undefined;
  /** Called when the store is disposed: it does not use the services any more. */
  release?(): void;
}

/** A page of the member's rooms and what can be done with them: no DOM, no Lit. */
export interface RoomListStore extends EventSource<RoomListStoreEvents> {
  readonly phase: Readable<ListPhase>;
  /** Rooms (by id) with a change under way. */
  readonly pending: Readable<readonly number[]>;
  /** Asks for other content; a newer query aborts the older call. */
  load(query: RoomQuery): Promise<void>;
  refresh(): Promise<void>;
  /**
   * Loads the same again without a sign of that: nothing says that it is under way, and a failure
   * is emitted nowhere and leaves what is shown as it is. Does nothing where nothing is shown, or
   * where a load is under way.
   */
  refreshQuietly(): Promise<void>;
  goToPage(page: number): Promise<void>;
  create(input: RoomInput): Promise<VideoRoom>;
  update(room: VideoRoom, update: RoomUpdate): Promise<VideoRoom>;
  delete(room: VideoRoom): Promise<void>;
  /** Shows a failure of the page's own set-up. */
  fail(error: FfcError): void;
  dispose(): void;
}
