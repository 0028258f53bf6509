import type { Happening } from './happenings.js';
import type { AppRecord, MemberRecord, RoomRecord } from './records.js';
import type { SandboxStore } from './store.js';
import { memberView, roomView } from './wire.js';

/** What a webhook tells, without what all webhooks have in common. */
export interface WebhookContent {
  readonly type: string;
  readonly data: object;
}

/** The webhook for a happening; undefined when there is none for it. */
export function webhookOf(
  happening: Happening,
  app: AppRecord,
  store: SandboxStore,
): WebhookContent | undefined {
  switch (happening.type) {
    case 'participant-joined':
    case 'participant-left':
      return participation(happening, store);
    case 'egress-ended':
      return { type: 'VIDEO_ROOM_EGRESS_ENDED', data: { videoRoom: videoRoom(happening.room) } };
    // The payloads of these are not published: assumed.
    case 'member-created':
    case 'member-updated': {
      const type = happening.type === 'member-created' ? 'MEMBER_CREATED' : 'MEMBER_UPDATED';
      return { type, data: { member: memberView(happening.member, app) } };
    }
    case 'message':
      return undefined;
    case 'room-state':
      if (happening.room.state !== 'SCHEDULED') return undefined;
      return {
        type: 'VIDEO_ROOM_SCHEDULED',
        data: { videoRoom: roomView(store)(happening.room, app) },
      };
  }
}

function participation(
  happening: Extract<Happening, { type: 'participant-joined' | 'participant-left' }>,
  { members, channelMembers }: SandboxStore,
): WebhookContent {
  const { room, appUserId, at } = happening;
  const member = members.byAppUserId(room.appId, appUserId);
  const appUser = {
    appUserId,
    appUserName: member?.appUserName ?? null,
    channelMemberType: memberType(room, member, channelMembers),
    customData: member?.customData ?? null,
  };
  const common = { videoRoom: videoRoom(room), appUser };
  return happening.type === 'participant-joined'
    ? { type: 'VIDEO_ROOM_PARTICIPANT_JOINED', data: { ...common, joinedAt: at } }
    : { type: 'VIDEO_ROOM_PARTICIPANT_LEFT', data: { ...common, leftAt: at } };
}

function memberType(
  room: RoomRecord,
  member: MemberRecord | undefined,
  channelMembers: SandboxStore['channelMembers'],
): string {
  if (member?.id === room.owner.id) return 'OPERATOR';
  return (member && channelMembers.of(room.id, member.id)?.type) ?? 'MEMBER';
}

function videoRoom(room: RoomRecord) {
  return {
    id: room.id,
    state: 'ACTIVE',
    videoRoomState: room.state,
    type: room.type,
    title: room.title,
    // Each room has exactly one channel, which shares its id.
    channelId: room.id,
    sessionNo: room.lastSessionNo,
  };
}
