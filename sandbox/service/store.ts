import type {
  CallbackRecord,
  ChannelMemberRecord,
  MemberRecord,
  MessageRecord,
  PushEventRecord,
  RecordingRecord,
  RoomRecord,
  WebhookRecord,
} from './records.js';

export const sortOrders = [
  'CREATED_AT_ASC',
  'CREATED_AT_DESC',
  'LAST_MODIFIED_AT_ASC',
  'LAST_MODIFIED_AT_DESC',
] as const;
/** Members are sorted by their `appUserId` too. */
export const memberSortOrders = [...sortOrders, 'APP_USER_ID_ASC', 'APP_USER_ID_DESC'] as const;
export type SortOrder = (typeof memberSortOrders)[number];

/** Which part of a list is wanted. */
export interface Window {
  readonly sortBy: SortOrder;
  readonly offset: number;
  readonly limit: number;
}

/** A part of a list, and how long the whole list is. */
export interface Slice<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface RoomFilter {
  readonly appId: number;
  /** Leaves out the rooms that this member may not enter. */
  readonly visibleTo?: MemberRecord | undefined;
  /** Found in the title or the description, whatever the case. */
  readonly keyword?: string | undefined;
  readonly state?: RoomRecord['state'] | undefined;
  readonly type?: RoomRecord['type'] | undefined;
  readonly accessLevel?: string | undefined;
  readonly ownerAppUserId?: string | undefined;
}

export interface MemberFilter {
  readonly appId: number;
  readonly appUserId?: string | undefined;
  /** Found in the name, whatever the case. */
  readonly appUserName?: string | undefined;
}

export interface RoomTable {
  insert(room: Omit<RoomRecord, 'id'>): RoomRecord;
  /** Puts a record in the place of the one with its id; does nothing when there is none. */
  replace(room: RoomRecord): void;
  delete(id: number): void;
  byId(id: number): RoomRecord | undefined;
  byUuid(uuid: string): RoomRecord | undefined;
  list(filter: RoomFilter, window: Window): Slice<RoomRecord>;
  /** The rooms of all apps. */
  all(): readonly RoomRecord[];
  /** The rooms of all apps that have a call. */
  withSession(): readonly RoomRecord[];
}

export interface MemberTable {
  insert(member: Omit<MemberRecord, 'id'>): MemberRecord;
  /** Puts a record in the place of the one with its id; does nothing when there is none. */
  replace(member: MemberRecord): void;
  delete(id: number): void;
  byAppUserId(appId: number, appUserId: string): MemberRecord | undefined;
  list(filter: MemberFilter, window: Window): Slice<MemberRecord>;
}

export interface ChannelMemberFilter {
  readonly roomId: number;
  readonly matches: (member: ChannelMemberRecord) => boolean;
}

export interface ChannelMemberTable {
  insert(member: Omit<ChannelMemberRecord, 'id'>): ChannelMemberRecord;
  /** Puts a record in the place of the one with its id; does nothing when there is none. */
  replace(member: ChannelMemberRecord): void;
  of(roomId: number, memberId: number): ChannelMemberRecord | undefined;
  list(filter: ChannelMemberFilter, window: Window): Slice<ChannelMemberRecord>;
  /** How many have joined the channel of the room, of those who pass. */
  countOf(filter: ChannelMemberFilter): number;
  deleteOf(roomId: number): void;
}

/** Which messages of a room are wanted: those nearest to `messageId`, which is left out. */
export interface MessageFilter {
  readonly roomId: number;
  /** Absent: the end of the channel, or its beginning, whichever is where `direction` begins. */
  readonly messageId?: number | undefined;
  /** To older messages, or to newer ones. */
  readonly direction: 'BEFORE' | 'AFTER';
  readonly limit: number;
}

export interface MessageTable {
  insert(message: Omit<MessageRecord, 'id'>): MessageRecord;
  /** Gives the message an id of its own, and does not keep it. */
  pass(message: Omit<MessageRecord, 'id'>): MessageRecord;
  byId(id: number): MessageRecord | undefined;
  /** Oldest first; `total` counts all that lie in the direction. */
  list(filter: MessageFilter): Slice<MessageRecord>;
  deleteOf(roomId: number): void;
}

/** One callback for each app at most. */
export interface CallbackTable {
  get(appId: number): CallbackRecord | undefined;
  set(appId: number, callback: CallbackRecord): void;
}

/** The webhooks that are on their way, and the last of the others. */
export interface WebhookTable {
  insert(webhook: Omit<WebhookRecord, 'id'>): WebhookRecord;
  /** Puts a record in the place of the one with its id; does nothing when there is none. */
  replace(webhook: WebhookRecord): void;
  /** All of them, oldest first. */
  list(): readonly WebhookRecord[];
}

export interface RecordingTable {
  insert(recording: Omit<RecordingRecord, 'id'>): RecordingRecord;
  /** Puts a record in the place of the one with its id; does nothing when there is none. */
  replace(recording: RecordingRecord): void;
  delete(id: number): void;
  byId(id: number): RecordingRecord | undefined;
  list(): readonly RecordingRecord[];
}

/** The last push events. */
export interface PushEventTable {
  /**
   * Gives the event an id above all earlier ones, and not below `leastId`. One that is not kept is
   * only for those who listen now.
   */
  append(
    event: Omit<PushEventRecord, 'id'>,
    options: { readonly leastId: number; readonly keep: boolean },
  ): PushEventRecord;
  /** Those with a higher id, oldest first. */
  after(id: number): readonly PushEventRecord[];
}

/**
 * What the service remembers. Synchronous, so that a call reads and writes without another
 * one in between; records are never changed, only replaced.
 */
export interface SandboxStore {
  readonly rooms: RoomTable;
  readonly members: MemberTable;
  readonly channelMembers: ChannelMemberTable;
  readonly messages: MessageTable;
  readonly callbacks: CallbackTable;
  readonly webhooks: WebhookTable;
  readonly pushEvents: PushEventTable;
  readonly recordings: RecordingTable;
}
