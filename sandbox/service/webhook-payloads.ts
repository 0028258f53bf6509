import type { DomainEvent } from './domain-events.js';
import type { AppRecord, MemberRecord, RoomRecord } from './records.js';
import type { SandboxStore } from './store.js';
import { memberView, roomView } from './wire.js';

/** The content of a webhook, without the fields that all webhooks have. */
export interface WebhookContent {
  readonly type: string;
  readonly data: object;
}

/** The webhook for a domain event; undefined when the event has none. */
export function webhookOf(
  event: DomainEvent,
  app: AppRecord,
  store: SandboxStore,
): WebhookContent | undefined {
  switch (event.type) {
    case 'participant-joined':
    case 'participant-left':
      return participation(event, store);
    case 'egress-ended':
      return { type: 'VIDEO_ROOM_EGRESS_ENDED', data: { videoRoom: videoRoom(event.room) } };
    // Assumed: the payloads of these events are not published.
    case 'member-created':
    case 'member-updated': {
      const type = event.type === 'member-created' ? 'MEMBER_CREATED' : 'MEMBER_UPDATED';
      return { type, data: { member: memberView(event.member, app) } };
    }
    case 'message':
      return undefined;
    case 'room-state':
      if (event.room.state !== 'SCHEDULED') return undefined;
      return {
        type: 'VIDEO_ROOM_SCHEDULED',
        data: { videoRoom: roomView(store)(event.room, app) },
      };
  }
}

function participation(
  event: Extract<DomainEvent, { type: 'participant-joined' | 'participant-left' }>,
  { members, channelMembers }: SandboxStore,
): WebhookContent {
  const { room, appUserId, at } = event;
  const member = members.byAppUserId(room.appId, appUserId);
  const appUser = {
    appUserId,
    appUserName: member?.appUserName ?? null,
    channelMemberType: memberType(room, member, channelMembers),
    customData: member?.customData ?? null,
  };
  const common = { videoRoom: videoRoom(room), appUser };
  return event.type === 'participant-joined'
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
