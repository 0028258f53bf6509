import type { AppRecord, MemberRecord, RoomRecord } from './records.js';
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
    // Each room has exactly one channel, so the two can share their id.
    channel: { id: room.id, channelState: 'ACTIVE', name: room.uuid },
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
