import type { ChannelApi } from '../api/channel-types.js';
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

/** The state of a list. Loaded rooms stay while others load or fail to load. */
export type ListPhase =
  | { readonly state: 'idle' }
  /** Nothing to show yet. */
  | { readonly state: 'loading' }
  | (ListContent & {
      readonly state: 'ready';
      /** Whether newer content is loading. The last content stays until then. */
      readonly refreshing: boolean;
      /** The failure of the last refresh: the content may be outdated. */
      readonly stale: FfcError | undefined;
    })
  | { readonly state: 'failed'; readonly error: FfcError };

export interface ListContent {
  readonly rooms: readonly VideoRoom[];
  /** The page, from 0, as in the service's answers. */
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
  /** Loads the asking member, who may change their own rooms. Without it, the member is unknown. */
  readonly member?: Pick<MemberApi, 'me'> | undefined;
  /** Emits changes. Without it, the content is as old as the last load. */
  readonly push?: PushSource | undefined;
  /**
   * Says who is in a live room: their faces are shown, or how many they are. Left out: the service
   * itself is asked, where `member` is its client.
   */
  readonly channels?: Pick<ChannelApi, 'listChannelMembers' | 'getChannel'> | undefined;
  /** Called when the store is disposed: it does not use the services any more. */
  release?(): void;
}

/** A page of the member's rooms, and the actions on them: no DOM, no Lit. */
export interface RoomListStore extends EventSource<RoomListStoreEvents> {
  readonly phase: Readable<ListPhase>;
  /** The ids of rooms with a running change. */
  readonly pending: Readable<readonly number[]>;
  /** Loads the content of a query. A newer query aborts the older one. */
  load(query: RoomQuery): Promise<void>;
  refresh(): Promise<void>;
  /**
   * Loads the same query again in the background. The phase does not show it. A failure is not
   * emitted and keeps the content. It does nothing without content, or while a load is running.
   */
  refreshQuietly(): Promise<void>;
  goToPage(page: number): Promise<void>;
  create(input: RoomInput): Promise<VideoRoom>;
  update(room: VideoRoom, update: RoomUpdate): Promise<VideoRoom>;
  delete(room: VideoRoom): Promise<void>;
  /** Sets the phase to a failure of the page's own setup. */
  fail(error: FfcError): void;
  dispose(): void;
}
