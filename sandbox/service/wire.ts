import {
  protocolOf,
  type AppRecord,
  type ChannelMemberRecord,
  type MemberRecord,
  type MessageRecord,
  type RoomRecord,
  type RoomState,
} from './records.js';
import type { SandboxStore } from './store.js';

const appView = ({ id, name }: AppRecord) => ({ id, name, state: 'ACTIVE' });

/** A member as the service answers it. */
export function memberView(member: MemberRecord, app: AppRecord) {
  return {
    id: member.id,
    state: 'ACTIVE',
    app: appView(app),
    appUserId: member.appUserId,
    appUserName: member.appUserName,
    appUserProfileImgUrl: member.appUserProfileImgUrl,
    customType: member.customType,
    customData: member.customData,
    lang: member.lang,
    ...(member.group && { group: member.group }),
    email: member.email ?? null,
    country: member.country ?? null,
    createdAt: member.createdAt,
    lastModifiedAt: member.lastModifiedAt,
  };
}

/** The channel in a room's answer. Each room has exactly one, so the two can share their id. */
function channelOf({ id, state, title }: RoomRecord) {
  return { id, channelState: channelStateOf(state), name: title };
}

/** The mapping from the state of a room to the state of its channel is assumed. */
function channelStateOf(state: RoomState): 'CREATED' | 'OPENED' | 'PAUSED' | 'CLOSED' {
  switch (state) {
    case 'SCHEDULED':
      return 'CREATED';
    case 'STARTED':
    case 'ACTIVE':
    case 'LIVE':
      return 'OPENED';
    case 'LIVE_INACTIVE':
      return 'PAUSED';
    case 'ENDED':
    case 'CANCELLED':
    case 'ARCHIVED':
      return 'CLOSED';
  }
}

/** The channel of a room, as the service answers it. */
export function channelView(room: RoomRecord, app: AppRecord, onlineCount: number) {
  return {
    ...channelOf(room),
    app: appView(app),
    referenceType: 'VIDEO_ROOM',
    referenceId: room.id,
    lastSessionNo: room.lastSessionNo,
    policy: { canMemberSelfJoin: !room.manuallyApproval },
    stats: { currentOnlineMemberCount: onlineCount },
    openedAt: room.liveStartedAt,
    createdAt: room.createdAt,
    lastModifiedAt: room.lastModifiedAt,
  };
}

/** The facts about a channel member that the channel itself does not have. */
export interface ChannelMemberContext {
  readonly state: string;
  readonly lastSeenAt: string | null;
  readonly room: RoomRecord;
  readonly store: SandboxStore;
}

/** A channel member, as the service answers it. */
export function channelMemberView(
  member: ChannelMemberRecord,
  { state, lastSeenAt, room, store }: ChannelMemberContext,
) {
  const { memberId, appUserId } = member;
  const known = memberOf(memberId, appUserId, room, store);
  return {
    id: member.id,
    channelMemberState: state,
    channelMemberType: member.type,
    appUser: {
      ...appUserView(memberId, appUserId, room, store),
      appUserCustomData: known?.customData ?? null,
      email: known?.email ?? null,
    },
    customType: member.customType ?? null,
    customData: member.customData ?? null,
    joinedAt: member.joinedAt ?? null,
    rejoinedAt: member.rejoinedAt ?? null,
    lastSeenAt,
    bannedAt: member.bannedAt ?? null,
    unbannedAt: null,
    leavedAt: member.leavedAt ?? null,
    autoLeaved: false,
    createdAt: member.createdAt,
    lastModifiedAt: member.lastModifiedAt,
  };
}

/** A message of a channel, as the service answers it. */
export function messageView(message: MessageRecord, room: RoomRecord, store: SandboxStore) {
  return {
    messageId: String(message.id),
    sentAt: message.createdAt,
    origin: 'MEMBER',
    type: message.type,
    channelMember: {
      type: message.senderType,
      appUser: appUserView(message.senderId, message.appUserId, room, store),
    },
    sessionNo: message.sessionNo,
    message: message.message,
    customType: message.customType,
    customData: message.customData,
  };
}

/** Undefined when the member was deleted: another member may have the `appUserId` by now. */
function memberOf(
  memberId: number,
  appUserId: string,
  { appId }: RoomRecord,
  { members }: SandboxStore,
): MemberRecord | undefined {
  const member = members.byAppUserId(appId, appUserId);
  return member?.id === memberId ? member : undefined;
}

function appUserView(memberId: number, appUserId: string, room: RoomRecord, store: SandboxStore) {
  const known = memberOf(memberId, appUserId, room, store);
  return {
    appUserId,
    appUserName: known?.appUserName ?? null,
    appUserProfileImgUrl: known?.appUserProfileImgUrl ?? null,
  };
}

/** Makes the function that turns a room into the service's answer. */
export function roomView({ members }: SandboxStore) {
  return (room: RoomRecord, app: AppRecord) => ({
    id: room.id,
    state: 'ACTIVE',
    uuid: room.uuid,
    type: room.type,
    protocol: protocolOf(room.type),
    videoRoomState: room.state,
    accessLevel: room.accessLevel,
    ...(room.allowList && { allowList: room.allowList }),
    app: appView(app),
    member: ownerView(room, members.byAppUserId(app.id, room.owner.appUserId)),
    channel: channelOf(room),
    creatorType: room.creator,
    creatorId: room.creator === 'APP' ? app.id : room.owner.id,
    title: room.title,
    description: room.description,
    customType: room.customType,
    customData: room.customData,
    policy: {
      hasPassword: room.password !== null,
      manuallyApproval: room.manuallyApproval,
      canAutoRoomCompositeRecording: room.canAutoRoomCompositeRecording,
    },
    scheduledAt: room.scheduledAt,
    cancelledAt: room.cancelledAt,
    lastSessionNo: room.lastSessionNo,
    liveStartedAt: room.liveStartedAt,
    liveEndedAt: room.liveEndedAt,
    createdAt: room.createdAt,
    lastModifiedAt: room.lastModifiedAt,
  });
}

function ownerView({ owner }: RoomRecord, member: MemberRecord | undefined) {
  // The current holder of the `appUserId` may be another member, if the owner was deleted.
  const known = member?.id === owner.id ? member : undefined;
  return {
    ...owner,
    appUserName: known?.appUserName ?? null,
    appUserProfileImgUrl: known?.appUserProfileImgUrl ?? null,
    customType: known?.customType ?? null,
  };
}
