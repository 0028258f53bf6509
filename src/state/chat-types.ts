import type {
  ChannelApi,
  ChannelJoinInput,
  ChannelMessage,
  MessageInput,
} from '../api/channel-types.js';
import type { PushSource } from '../api/types.js';
import type { Readable } from '../core/cell.js';
import type { EventSource } from '../core/emitter.js';
import type { FfcError } from '../core/errors.js';

/** The state of a chat. Messages that have loaded stay while others load, or fail to. */
export type ChatPhase =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly roomId: number }
  | (ChatContent & {
      readonly state: 'ready';
      readonly roomId: number;
      readonly loadingOlder: boolean;
      /** A message is on its way. It shows once the service has it, never before. */
      readonly sending: boolean;
      /** The last look for newer messages failed: some may be missing at the end. */
      readonly stale: FfcError | undefined;
    })
  | { readonly state: 'failed'; readonly roomId: number; readonly error: FfcError };

export interface ChatContent {
  /** Oldest first. Signals, which are for programs, are not among them. */
  readonly messages: readonly ChannelMessage[];
  /** There are more before the first. */
  readonly hasOlder: boolean;
}

export interface ChatStoreEvents {
  /** A message that came after the chat was opened, one's own too. */
  message: { readonly message: ChannelMessage };
  /** A message for programs. Told once by the event stream, and kept nowhere. */
  signal: { readonly message: ChannelMessage };
  /** Every failure, once; not `aborted` and not `invalid-state`. */
  error: { readonly error: FfcError };
}

/** The calls that a chat makes. */
export type ChatChannels = Pick<
  ChannelApi,
  'getChannel' | 'joinChannel' | 'leaveChannel' | 'sendMessage' | 'listMessages'
>;

/** The dependencies of a chat store. */
export interface ChatServices {
  readonly channels: ChatChannels;
  /** Brings what others write. Without it, that comes with each {@link ChatStore.refresh}. */
  readonly push?: PushSource | undefined;
  /** Called when the chat closes: the services are not used until it is opened again. */
  release?(): void;
}

export interface ChatStoreOptions {
  /** The number of messages of one request. Default 50. */
  readonly pageSize?: number;
  /** The number of messages that are kept, beside those that `loadOlder` loaded. Default 500. */
  readonly maxMessages?: number;
}

/**
 * The chat of one room: no DOM, no Lit. Intents give promises that reject with an `FfcError`;
 * none throws. `invalid-state`: it does not fit the phase; `aborted`: another `open()`, a
 * `close()` or a `leave()` came in between.
 */
export interface ChatStore extends EventSource<ChatStoreEvents> {
  readonly phase: Readable<ChatPhase>;
  /**
   * Joins the channel of a room, loads its last messages and follows it. Ends what went before.
   *
   * @param input What the member says when joining: a password where the room has one.
   */
  open(roomId: number, input?: ChannelJoinInput): Promise<void>;
  /** Looks for newer messages. */
  refresh(): Promise<void>;
  /** Loads what comes before the first message; does nothing when there is nothing. */
  loadOlder(): Promise<void>;
  /**
   * Sends a message. Several are sent in their order. Resolves once the service has it, and is
   * never made again by itself: after `network` or `timeout`, look whether it came.
   */
  send(message: string | MessageInput): Promise<void>;
  /** Leaves the channel, so that nothing of it is told any more, and closes. */
  leave(): Promise<void>;
  /** Goes back to `idle`; the member stays in the channel, on this page and on others. */
  close(): void;
}

/** A message of one's own that the service does not have yet. */
export interface OutgoingMessage {
  /** Unique among those of the chat. */
  readonly id: number;
  readonly text: string;
  /** Why it could not be sent; undefined while it is on its way. */
  readonly error: FfcError | undefined;
}

/** Who came, or went, between two messages. */
export interface Coming {
  /** Unique among those of the chat. */
  readonly id: number;
  readonly kind: 'joined' | 'left';
  /** The id of the message before; undefined: there was none. */
  readonly after: string | undefined;
  /** When the last of them did, in milliseconds since 1970. */
  readonly at: number;
  /** All their names, by identities. */
  readonly people: ReadonlyMap<string, string>;
  /** The names to show; none where they are too many. */
  readonly names: readonly string[];
}

/** The chat of a room's call, with what one's own browser knows beyond the channel. */
export interface RoomChat extends ChatStore {
  /** Messages that are on their way, and those that failed, oldest first. They end with the call. */
  readonly outbox: Readable<readonly OutgoingMessage[]>;
  /** The number of messages of others since the chat was read last. */
  readonly unread: Readable<number>;
  /** Who joined and left since the chat was first used in the call, oldest first. */
  readonly comings: Readable<readonly Coming[]>;
  /** Whether the person at this browser wrote it. */
  isOwn(message: ChannelMessage): boolean;
  /** All that came so far has been read. */
  markRead(): void;
  /**
   * Sends a text, waiting for the chat of a call that has only just begun. One that fails stays in
   * the outbox. Rejects like `send`, with `invalid-request` for no text or more than
   * {@link maxTextLength} characters, and with `invalid-state` outside of a call.
   */
  post(text: string): Promise<void>;
  /** Sends a message that failed again, unless it turns out to have arrived. Never rejects. */
  retry(id: number): Promise<void>;
  /** Gives up a message that failed. */
  discard(id: number): void;
}
