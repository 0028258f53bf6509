import { changesOf } from './changes.js';
import type { ServiceContext } from './context.js';
import { ServiceError } from './errors.js';
import { windowOf } from './paging.js';
import type { ChannelMemberRecord, MemberRecord, MessageRecord, RoomRecord } from './records.js';
import type { Presence } from './presence.js';
import type {
  ChannelJoining,
  ChannelMemberQuery,
  ChannelMemberState,
  MessageCreation,
  MessageQuery,
} from './schemas.js';
import { isPassword } from './secrets.js';
import type { Slice } from './store.js';

type Standing = Omit<
  ChannelMemberRecord,
  'id' | 'roomId' | 'memberId' | 'appUserId' | 'createdAt' | 'lastModifiedAt'
>;

/** The decisions of an operator about a member; the paths of `approve` and `refuse` are assumed. */
export const channelDecisions = [
  'set-as-operator',
  'set-as-member',
  'ban',
  'approve',
  'refuse',
] as const;
type ChannelDecision = (typeof channelDecisions)[number];

/**
 * The channels of the rooms: their members, their rights, and their messages. Only the paths are
 * published. The rules are assumed, and all of them are here:
 *
 * - The owner of a room is an operator from the beginning, and stays one.
 * - Only members who have joined the channel may read and write.
 * - Operators may join the channel of a room with a password without it. Other members must give
 *   the current password, in the request to join or in an earlier request for an RTC token.
 * - Banned members may do nothing, and their media connection ends.
 * - In a room with `manuallyApproval`, a member who is not an operator waits from the first request
 *   for an RTC token until an operator approves, and repeats the request meanwhile. A member who
 *   leaves the channel or goes offline stops waiting.
 * - The next request of a refused member is answered with the refusal. The request after that asks
 *   for approval again.
 */
export class Channels {
  readonly #context: ServiceContext;
  readonly #presence: Presence;

  constructor(context: ServiceContext, presence: Presence) {
    this.#context = context;
    this.#presence = presence;
  }

  async join(
    room: RoomRecord,
    member: MemberRecord,
    { password, customType, customData }: ChannelJoining,
  ): Promise<void> {
    if (password && room.password) {
      if (!(await isPassword(password, room.password))) {
        throw new ServiceError('INVALID_VIDEO_ROOM_PASSWORD');
      }
      // Looked up again, because the room may have been deleted while the password was checked.
      if (!this.#context.store.rooms.byId(room.id)) throw new ServiceError('VIDEO_ROOM_NOT_FOUND');
    }
    this.admit(room, member);
    if (password) this.passwordShown(room, member);
    const { type, state, shownPassword, joinedAt } = this.#standing(room, member);
    if (room.password && type !== 'OPERATOR' && shownPassword !== room.password.salt) {
      throw new ServiceError('VIDEO_ROOM_PASSWORD_NOT_SHOWN');
    }
    const now = this.#context.timestamp();
    const times = !joinedAt ? { joinedAt: now } : state === 'JOINED' ? {} : { rejoinedAt: now };
    this.#change(room, member, { state: 'JOINED', customType, customData, ...times });
  }

  /** Remembers that the member has given the password of the room, if it has one. */
  passwordShown(room: RoomRecord, member: MemberRecord): void {
    if (!room.password) return;
    if (this.#standing(room, member).shownPassword === room.password.salt) return;
    this.#change(room, member, { shownPassword: room.password.salt });
  }

  leave(room: RoomRecord, member: MemberRecord): void {
    if (this.#standing(room, member).state === 'WAITING') {
      return this.#change(room, member, { state: 'LEFT' });
    }
    this.#checkJoined(room, member);
    this.#change(room, member, { state: 'LEFT', leavedAt: this.#context.timestamp() });
  }

  /** Throws a 403 if the member may not enter the room, or may not enter it yet. */
  admit(room: RoomRecord, member: MemberRecord): void {
    const { type, state, approved } = this.#standing(room, member);
    if (state === 'BANNED') throw new ServiceError('CHANNEL_MEMBER_BANNED');
    if (!room.manuallyApproval || type === 'OPERATOR' || approved) return;
    if (state === 'REFUSED') {
      this.#change(room, member, { state: 'LEFT' });
      throw new ServiceError('VIDEO_ROOM_APPROVAL_REFUSED');
    }
    this.#change(room, member, { state: 'WAITING' });
    throw new ServiceError('VIDEO_ROOM_APPROVAL_PENDING');
  }

  typeOf(room: RoomRecord, member: MemberRecord): ChannelMemberRecord['type'] {
    return this.#standing(room, member).type;
  }

  send(room: RoomRecord, member: MemberRecord, fields: MessageCreation): void {
    this.#checkJoined(room, member);
    const { store, emit, timestamp } = this.#context;
    const kept = fields.persistence ?? true;
    const message = store.messages[kept ? 'insert' : 'pass']({
      roomId: room.id,
      senderId: member.id,
      appUserId: member.appUserId,
      senderType: this.typeOf(room, member),
      type: fields.type ?? 'MESSAGE',
      message: fields.message ?? null,
      customType: fields.customType ?? null,
      customData: fields.customData ?? null,
      sessionNo: room.lastSessionNo,
      createdAt: timestamp(),
      lastModifiedAt: timestamp(),
    });
    emit(room.appId, { type: 'message', room, message, kept });
  }

  message(room: RoomRecord, member: MemberRecord, messageId: string): MessageRecord {
    this.#checkJoined(room, member);
    const id = /^[1-9]\d{0,14}$/.test(messageId) ? Number(messageId) : 0;
    const message = this.#context.store.messages.byId(id);
    if (message?.roomId !== room.id) throw new ServiceError('MESSAGE_NOT_FOUND');
    return message;
  }

  messages(room: RoomRecord, member: MemberRecord, query: MessageQuery): Slice<MessageRecord> {
    this.#checkJoined(room, member);
    return this.#context.store.messages.list({ roomId: room.id, ...query });
  }

  members(
    room: RoomRecord,
    member: MemberRecord,
    query: ChannelMemberQuery,
  ): Slice<ChannelMemberRecord> {
    this.#checkMayLook(room, member);
    const wanted = query.channelMemberState;
    const matches = (other: ChannelMemberRecord): boolean =>
      wanted
        ? this.stateOf(other) === wanted && (wanted !== 'WAITING' || this.#presence.isOnline(other))
        : other.state === 'JOINED';
    return this.#context.store.channelMembers.list({ roomId: room.id, matches }, windowOf(query));
  }

  /** How many of the members who have joined are online now. */
  onlineCount(room: RoomRecord): number {
    const matches = (member: ChannelMemberRecord): boolean => this.stateOf(member) === 'ONLINE';
    return this.#context.store.channelMembers.countOf({ roomId: room.id, matches });
  }

  /** The state of a channel member, as the service names it; `WAITING` is the sandbox's own. */
  stateOf(member: ChannelMemberRecord): ChannelMemberState {
    if (member.state === 'LEFT' || member.state === 'REFUSED') return 'LEAVED';
    if (member.state !== 'JOINED') return member.state;
    return this.#presence.isOnline(member) ? 'ONLINE' : 'OFFLINE';
  }

  /**
   * When a channel member was last seen. For a member who is online, the time of the last joining.
   */
  lastSeenAt(member: ChannelMemberRecord): string | null {
    const came = member.rejoinedAt ?? member.joinedAt ?? null;
    const isThere = this.stateOf(member) === 'ONLINE';
    return isThere ? came : (this.#presence.lastSeenAt(member.memberId) ?? came);
  }

  member(room: RoomRecord, member: MemberRecord, appUserId: string): ChannelMemberRecord {
    this.#checkMayLook(room, member);
    const other = this.#find(room, appUserId);
    const known = this.#context.store.channelMembers.of(room.id, other.id);
    if (!known) throw new ServiceError('MEMBER_NOT_FOUND');
    return known;
  }

  /** Applies an operator's decision about another member of the app. */
  async decide(
    room: RoomRecord,
    member: MemberRecord,
    appUserId: string,
    decision: ChannelDecision,
  ): Promise<void> {
    if (this.#standing(room, member).type !== 'OPERATOR') {
      throw new ServiceError('NOT_CHANNEL_OPERATOR');
    }
    const other = this.#find(room, appUserId);
    if (other.id === room.owner.id) throw new ServiceError('CHANNEL_OWNER_CANNOT_BE_CHANGED');
    const { state } = this.#standing(room, other);
    switch (decision) {
      case 'set-as-operator':
        return this.#change(room, other, { type: 'OPERATOR' });
      case 'set-as-member':
        return this.#change(room, other, { type: 'MEMBER' });
      case 'approve':
        return this.#change(room, other, {
          approved: true,
          state: state === 'WAITING' || state === 'REFUSED' ? 'LEFT' : state,
        });
      case 'refuse':
        // Only a waiting member can be refused, not one who has joined or has never asked.
        if (state === 'WAITING') this.#change(room, other, { state: 'REFUSED' });
        return;
      case 'ban':
        this.#change(room, other, {
          type: 'MEMBER',
          state: 'BANNED',
          approved: false,
          bannedAt: this.#context.timestamp(),
        });
        await this.#context.media
          .removeParticipant(room.uuid, appUserId)
          .catch((cause: unknown) =>
            this.#context.onError('A banned member could not be taken out of the call.', cause),
          );
    }
  }

  #find(room: RoomRecord, appUserId: string): MemberRecord {
    const member = this.#context.store.members.byAppUserId(room.appId, appUserId);
    if (!member) throw new ServiceError('MEMBER_NOT_FOUND');
    return member;
  }

  #standing(room: RoomRecord, member: MemberRecord): Standing {
    const known = this.#context.store.channelMembers.of(room.id, member.id);
    if (known) return known;
    const type = room.owner.id === member.id ? 'OPERATOR' : 'MEMBER';
    return { type, state: 'LEFT', approved: false };
  }

  #checkJoined(room: RoomRecord, member: MemberRecord): void {
    const { state } = this.#standing(room, member);
    if (state === 'BANNED') throw new ServiceError('CHANNEL_MEMBER_BANNED');
    if (state !== 'JOINED') throw new ServiceError('NOT_CHANNEL_MEMBER');
  }

  /** Operators may see who waits before they join themselves. */
  #checkMayLook(room: RoomRecord, member: MemberRecord): void {
    if (this.#standing(room, member).type !== 'OPERATOR') this.#checkJoined(room, member);
  }

  #change(
    room: RoomRecord,
    member: MemberRecord,
    changes: { [K in keyof Standing]?: Standing[K] | undefined },
  ): void {
    const { store, timestamp } = this.#context;
    const known = store.channelMembers.of(room.id, member.id);
    const lastModifiedAt = timestamp();
    if (known) {
      store.channelMembers.replace({ ...known, ...changesOf(changes), lastModifiedAt });
      return;
    }
    store.channelMembers.insert({
      roomId: room.id,
      memberId: member.id,
      appUserId: member.appUserId,
      ...this.#standing(room, member),
      ...changesOf(changes),
      createdAt: lastModifiedAt,
      lastModifiedAt,
    });
  }
}
