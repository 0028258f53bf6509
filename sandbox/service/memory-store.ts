import { mayEnter } from './access.js';
import { JournaledMap, RecordTable, type Journal } from './journaled-map.js';
import { MemoryPushEvents, MemoryWebhooks } from './memory-logs.js';
import type {
  CallbackRecord,
  ChannelMemberRecord,
  MemberRecord,
  MessageRecord,
  RecordingRecord,
  RoomRecord,
} from './records.js';
import type {
  CallbackTable,
  ChannelMemberFilter,
  ChannelMemberTable,
  MemberFilter,
  MemberTable,
  MessageFilter,
  MessageTable,
  RecordingTable,
  RoomFilter,
  RoomTable,
  SandboxStore,
  Slice,
  Window,
} from './store.js';

/** A store in memory. Without a journal it forgets everything when the process ends. */
export function createMemoryStore(journal?: Journal): SandboxStore {
  return {
    rooms: new MemoryRooms('rooms', journal),
    members: new MemoryMembers('members', journal),
    channelMembers: new MemoryChannelMembers('channel-members', journal),
    messages: new MemoryMessages('messages', journal),
    callbacks: new MemoryCallbacks('callbacks', journal),
    webhooks: new MemoryWebhooks(journal),
    pushEvents: new MemoryPushEvents(journal),
    recordings: new MemoryRecordings('recordings', journal),
  };
}

interface Row {
  readonly id: number;
  readonly appUserId?: string;
  readonly createdAt: string;
  readonly lastModifiedAt: string;
}

const sortFields: Readonly<Record<string, 'createdAt' | 'lastModifiedAt' | 'appUserId'>> = {
  LAST_MODIFIED_AT: 'lastModifiedAt',
  APP_USER_ID: 'appUserId',
};

class MemoryCallbacks extends JournaledMap<CallbackRecord> implements CallbackTable {
  get(appId: number): CallbackRecord | undefined {
    return this.rows.get(appId);
  }

  set(appId: number, callback: CallbackRecord): void {
    this.put(appId, callback);
  }
}

class MemoryTable<R extends Row> extends RecordTable<R> {
  protected deleteWhere(matches: (row: R) => boolean): void {
    for (const row of [...this.rows.values()].filter(matches)) this.delete(row.id);
  }

  protected slice(matches: (row: R) => boolean, { sortBy, offset, limit }: Window): Slice<R> {
    const field = sortFields[sortBy.replace(/_(ASC|DESC)$/, '')] ?? 'createdAt';
    const direction = sortBy.endsWith('ASC') ? 1 : -1;
    const found = [...this.rows.values()].filter(matches).sort((a, b) => {
      // Rows of the same millisecond stay in the order in which they were made.
      const [left = '', right = ''] = [a[field], b[field]];
      const order = left < right ? -1 : left > right ? 1 : a.id - b.id;
      return order * direction;
    });
    return { items: found.slice(offset, offset + limit), total: found.length };
  }
}

class MemoryRooms extends MemoryTable<RoomRecord> implements RoomTable {
  byId(id: number): RoomRecord | undefined {
    return this.rows.get(id);
  }

  byUuid(uuid: string): RoomRecord | undefined {
    return [...this.rows.values()].find((room) => room.uuid === uuid);
  }

  list(filter: RoomFilter, window: Window): Slice<RoomRecord> {
    const keyword = fold(filter.keyword);
    return this.slice(
      (room) =>
        room.appId === filter.appId &&
        (filter.visibleTo === undefined || mayEnter(room, filter.visibleTo)) &&
        fold(`${room.title ?? ''}\n${room.description ?? ''}`).includes(keyword) &&
        is(filter.state, room.state) &&
        is(filter.type, room.type) &&
        is(filter.accessLevel, room.accessLevel) &&
        is(filter.ownerAppUserId, room.owner.appUserId),
      window,
    );
  }

  all(): readonly RoomRecord[] {
    return [...this.rows.values()];
  }

  withSession(): readonly RoomRecord[] {
    return [...this.rows.values()].filter((room) => room.session);
  }
}

class MemoryMembers extends MemoryTable<MemberRecord> implements MemberTable {
  byAppUserId(appId: number, appUserId: string): MemberRecord | undefined {
    return [...this.rows.values()].find(
      (member) => member.appId === appId && member.appUserId === appUserId,
    );
  }

  list(filter: MemberFilter, window: Window): Slice<MemberRecord> {
    const name = fold(filter.appUserName);
    return this.slice(
      (member) =>
        member.appId === filter.appId &&
        is(filter.appUserId, member.appUserId) &&
        fold(member.appUserName ?? '').includes(name),
      window,
    );
  }
}

class MemoryChannelMembers extends MemoryTable<ChannelMemberRecord> implements ChannelMemberTable {
  of(roomId: number, memberId: number): ChannelMemberRecord | undefined {
    return [...this.rows.values()].find(
      (member) => member.roomId === roomId && member.memberId === memberId,
    );
  }

  list({ roomId, matches }: ChannelMemberFilter, window: Window): Slice<ChannelMemberRecord> {
    return this.slice((member) => member.roomId === roomId && matches(member), window);
  }

  countOf({ roomId, matches }: ChannelMemberFilter): number {
    return [...this.rows.values()].filter((row) => row.roomId === roomId && matches(row)).length;
  }

  deleteOf(roomId: number): void {
    this.deleteWhere((member) => member.roomId === roomId);
  }
}

class MemoryMessages extends MemoryTable<MessageRecord> implements MessageTable {
  byId(id: number): MessageRecord | undefined {
    return this.rows.get(id);
  }

  list({ roomId, messageId, direction, limit }: MessageFilter): Slice<MessageRecord> {
    const older = direction === 'BEFORE';
    const found = [...this.rows.values()].filter(
      ({ id, roomId: of }) =>
        of === roomId && (messageId === undefined || (older ? id < messageId : id > messageId)),
    );
    return { items: older ? found.slice(-limit) : found.slice(0, limit), total: found.length };
  }

  deleteOf(roomId: number): void {
    this.deleteWhere((message) => message.roomId === roomId);
  }
}

class MemoryRecordings extends RecordTable<RecordingRecord> implements RecordingTable {
  byId(id: number): RecordingRecord | undefined {
    return this.rows.get(id);
  }

  list(): readonly RecordingRecord[] {
    return [...this.rows.values()];
  }
}

function is<T>(wanted: T | undefined, actual: T): boolean {
  return wanted === undefined || wanted === actual;
}

// Korean text can be composed or decomposed: a search must find the same word in either form.
function fold(text = ''): string {
  return text.normalize('NFKC').toLowerCase();
}
