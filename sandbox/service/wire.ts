import type {
  AppRecord,
  ChannelMemberRecord,
  MemberRecord,
  MessageRecord,
  RoomRecord,
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
    createdAt: member.createdAt,
    lastModifiedAt: member.lastModifiedAt,
  };
}

/** Each room has exactly one channel, so the two can share their id. */
export function channelView({ id, uuid }: RoomRecord) {
  return { id, channelState: 'ACTIVE', name: uuid };
}

/** Somebody in a channel, as the service answers it. */
export function channelMemberView(
  { memberId, appUserId, type, state, createdAt, lastModifiedAt }: ChannelMemberRecord,
  room: RoomRecord,
  store: SandboxStore,
) {
  return {
    type,
    channelMemberState: state,
    appUser: appUserView(memberId, appUserId, room, store),
    createdAt,
    lastModifiedAt,
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

function appUserView(
  memberId: number,
  appUserId: string,
  { appId }: RoomRecord,
  { members }: SandboxStore,
) {
  const member = members.byAppUserId(appId, appUserId);
  const known = member?.id === memberId ? member : undefined;
  return {
    appUserId,
    appUserName: known?.appUserName ?? null,
    appUserProfileImgUrl: known?.appUserProfileImgUrl ?? null,
  };
}

/** Makes a room look as the service answers it. */
export function roomView({ members }: SandboxStore) {
  return (room: RoomRecord, app: AppRecord) => ({
    id: room.id,
    state: 'ACTIVE',
    uuid: room.uuid,
    type: room.type,
    protocol: room.type === 'BROADCAST_RTMP' ? 'RTMP' : 'WEB_RTC',
    videoRoomState: room.state,
    accessLevel: room.accessLevel,
    app: appView(app),
    member: ownerView(room, members.byAppUserId(app.id, room.owner.appUserId)),
    channel: channelView(room),
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
  // Whoever has the appUserId now may be somebody else than the owner, who was deleted.
  const known = member?.id === owner.id ? member : undefined;
  return {
    ...owner,
    appUserName: known?.appUserName ?? null,
    appUserProfileImgUrl: known?.appUserProfileImgUrl ?? null,
    customType: known?.customType ?? null,
  };
}
