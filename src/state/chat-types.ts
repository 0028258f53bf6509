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

/** The state of a chat. Loaded messages stay while others load or fail to load. */
export type ChatPhase =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly roomId: number }
  | (ChatContent & {
      readonly state: 'ready';
      readonly roomId: number;
      readonly loadingOlder: boolean;
      /** Whether a message is being sent. It shows only once the service has it. */
      readonly sending: boolean;
      /** The failure of the last request for newer messages: some may be missing at the end. */
      readonly stale: FfcError | undefined;
    })
  | { readonly state: 'failed'; readonly roomId: number; readonly error: FfcError };

export interface ChatContent {
  /** The messages, oldest first, without signals, which are for programs. */
  readonly messages: readonly ChannelMessage[];
  /** Whether there are older messages before the first. */
  readonly hasOlder: boolean;
}

export interface ChatStoreEvents {
  /** A message that arrived after the chat was opened, also an own one. */
  message: { readonly message: ChannelMessage };
  /** A message for programs. The event stream emits it once; it is not stored. */
  signal: { readonly message: ChannelMessage };
  /** Every failure, once, except `aborted` and `invalid-state`. */
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
  /** Emits the messages of others. Without it, they load with each {@link ChatStore.refresh}. */
  readonly push?: PushSource | undefined;
  /** Called when the chat closes: the services are not used until it is opened again. */
  release?(): void;
}

export interface ChatStoreOptions {
  /** The number of messages of one request. Default 50. */
  readonly pageSize?: number;
  /** The number of kept messages, apart from those that `loadOlder` loaded. Default 500. */
  readonly maxMessages?: number;
}

/**
 * The chat of one room: no DOM, no Lit. The methods return promises that reject with an `FfcError`;
 * none throws. `invalid-state`: the call does not fit the phase. `aborted`: another `open()`, a
 * `close()` or a `leave()` was called meanwhile.
 */
export interface ChatStore extends EventSource<ChatStoreEvents> {
  readonly phase: Readable<ChatPhase>;
  /**
   * Joins the channel of a room, loads its last messages and follows it. Closes the former chat.
   *
   * @param input The member's input for joining: the password, if the room has one.
   */
  open(roomId: number, input?: ChannelJoinInput): Promise<void>;
  /** Looks for newer messages. */
  refresh(): Promise<void>;
  /** Loads the messages before the first one. Without any it does nothing. */
  loadOlder(): Promise<void>;
  /**
   * Sends a message. Several are sent in their order. Resolves once the service has it. It is never
   * retried: after `network` or `timeout`, check whether the message arrived.
   */
  send(message: string | MessageInput): Promise<void>;
  /** Leaves the channel, so that no more events arrive, and closes. */
  leave(): Promise<void>;
  /** Goes back to `idle`; the member stays in the channel, on this page and on others. */
  close(): void;
}

/** An own message that the service does not have yet. */
export interface OutgoingMessage {
  /** Unique in the chat. */
  readonly id: number;
  readonly text: string;
  /** The reason why sending failed; undefined while it is being sent. */
  readonly error: FfcError | undefined;
}

/** The people who joined, or left, between two messages. */
export interface Coming {
  /** Unique in the chat. */
  readonly id: number;
  readonly kind: 'joined' | 'left';
  /** The id of the message before them; undefined without one. */
  readonly after: string | undefined;
  /** The time of the last of them, in milliseconds since 1970. */
  readonly at: number;
  /** All of their names, by identity. */
  readonly people: ReadonlyMap<string, string>;
  /** The names to show. Empty if there are too many. */
  readonly names: readonly string[];
}

/** The chat of a room's call, with the state of this browser beyond the channel. */
export interface RoomChat extends ChatStore {
  /**
   * Messages that are being sent or failed, oldest first. They are dropped with the end of the
   * call.
   */
  readonly outbox: Readable<readonly OutgoingMessage[]>;
  /** The number of messages of others since the chat was last read. */
  readonly unread: Readable<number>;
  /** The joins and leaves since the first use of the chat in the call, oldest first. */
  readonly comings: Readable<readonly Coming[]>;
  /** Whether the local participant wrote a message. */
  isOwn(message: ChannelMessage): boolean;
  /** Marks all messages as read. */
  markRead(): void;
  /**
   * Sends a text. At the start of a call it waits for the chat. A failed message stays in the
   * outbox. Rejects like `send`, with `invalid-request` for an empty text or more than
   * {@link maxTextLength} characters, and with `invalid-state` outside of a call.
   */
  post(text: string): Promise<void>;
  /** Sends a failed message again, unless it has arrived after all. Never rejects. */
  retry(id: number): Promise<void>;
  /** Discards a failed message. */
  discard(id: number): void;
}
