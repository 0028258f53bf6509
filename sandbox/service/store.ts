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
/** Members can also be sorted by their `appUserId`. */
export const memberSortOrders = [...sortOrders, 'APP_USER_ID_ASC', 'APP_USER_ID_DESC'] as const;
export type SortOrder = (typeof memberSortOrders)[number];

/** The wanted part of a list. */
export interface Window {
  readonly sortBy: SortOrder;
  readonly offset: number;
  readonly limit: number;
}

/** A part of a list, and the length of the whole list. */
export interface Slice<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface RoomFilter {
  readonly appId: number;
  /** Leaves out the rooms that this member may not enter. */
  readonly visibleTo?: MemberRecord | undefined;
  /** Text to find in the title or the description, ignoring case. */
  readonly keyword?: string | undefined;
  readonly state?: RoomRecord['state'] | undefined;
  readonly type?: RoomRecord['type'] | undefined;
  readonly accessLevel?: string | undefined;
  readonly ownerAppUserId?: string | undefined;
}

export interface MemberFilter {
  readonly appId: number;
  readonly appUserId?: string | undefined;
  /** Text to find in the name, ignoring case. */
  readonly appUserName?: string | undefined;
}

export interface RoomTable {
  insert(room: Omit<RoomRecord, 'id'>): RoomRecord;
  /** Replaces the record with the same id; does nothing when there is none. */
  replace(room: RoomRecord): void;
  delete(id: number): void;
  byId(id: number): RoomRecord | undefined;
  byUuid(uuid: string): RoomRecord | undefined;
  list(filter: RoomFilter, window: Window): Slice<RoomRecord>;
  /** The rooms of all apps. */
  all(): readonly RoomRecord[];
  /** The rooms of all apps that have a call now. */
  withSession(): readonly RoomRecord[];
}

export interface MemberTable {
  insert(member: Omit<MemberRecord, 'id'>): MemberRecord;
  /** Replaces the record with the same id; does nothing when there is none. */
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
  /** Replaces the record with the same id; does nothing when there is none. */
  replace(member: ChannelMemberRecord): void;
  of(roomId: number, memberId: number): ChannelMemberRecord | undefined;
  list(filter: ChannelMemberFilter, window: Window): Slice<ChannelMemberRecord>;
  /** How many members of the room's channel match the filter. */
  countOf(filter: ChannelMemberFilter): number;
  deleteOf(roomId: number): void;
}

/** The wanted messages of a room: those nearest to `messageId`, which is itself left out. */
export interface MessageFilter {
  readonly roomId: number;
  /**
   * Absent: the list starts at the end or the beginning of the channel, depending on `direction`.
   */
  readonly messageId?: number | undefined;
  /** Towards older messages, or towards newer ones. */
  readonly direction: 'BEFORE' | 'AFTER';
  readonly limit: number;
}

export interface MessageTable {
  insert(message: Omit<MessageRecord, 'id'>): MessageRecord;
  /** Assigns an id to the message, and does not keep the message. */
  pass(message: Omit<MessageRecord, 'id'>): MessageRecord;
  byId(id: number): MessageRecord | undefined;
  /** Oldest first; `total` counts all messages in the direction. */
  list(filter: MessageFilter): Slice<MessageRecord>;
  deleteOf(roomId: number): void;
}

/** One callback for each app at most. */
export interface CallbackTable {
  get(appId: number): CallbackRecord | undefined;
  set(appId: number, callback: CallbackRecord): void;
}

/** The pending webhooks, and the last of the others. */
export interface WebhookTable {
  insert(webhook: Omit<WebhookRecord, 'id'>): WebhookRecord;
  /** Replaces the record with the same id; does nothing when there is none. */
  replace(webhook: WebhookRecord): void;
  /** All of them, oldest first. */
  list(): readonly WebhookRecord[];
}

export interface RecordingTable {
  insert(recording: Omit<RecordingRecord, 'id'>): RecordingRecord;
  /** Replaces the record with the same id; does nothing when there is none. */
  replace(recording: RecordingRecord): void;
  delete(id: number): void;
  byId(id: number): RecordingRecord | undefined;
  list(): readonly RecordingRecord[];
}

/** The last push events. */
export interface PushEventTable {
  /**
   * Assigns an id above all earlier ones, and not below `leastId`. An event that is not kept
   * reaches only the streams that are open now.
   */
  append(
    event: Omit<PushEventRecord, 'id'>,
    options: { readonly leastId: number; readonly keep: boolean },
  ): PushEventRecord;
  /** The events with a higher id, oldest first. */
  after(id: number): readonly PushEventRecord[];
}

/**
 * The records of the service. Synchronous, so that no other call runs between the reads and the
 * writes of one. Records are never changed, only replaced.
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
