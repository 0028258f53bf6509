import type { VideoRoom } from '../api/types.js';

const minute = 60_000;
const day = 24 * 60 * minute;

const nobody = { description: undefined, customType: undefined, customData: undefined };
const untouched = {
  scheduledAt: undefined,
  cancelledAt: undefined,
  liveStartedAt: undefined,
  liveEndedAt: undefined,
};
const open = {
  hasPassword: false,
  manuallyApproval: false,
  canAutoRoomCompositeRecording: false,
};

/** One room of each kind that a list or a room must handle. Times lie around `now`. */
export function createDemoRooms(now: number): readonly VideoRoom[] {
  const at = (offset: number): string => new Date(now + offset).toISOString();
  const room = (
    id: number,
    facts: Partial<VideoRoom> & Pick<VideoRoom, 'title'>,
    age = id * 20 * minute,
  ): VideoRoom => ({
    id,
    uuid: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    type: 'VIDEO_CONFERENCE',
    videoRoomState: 'LIVE_INACTIVE',
    accessLevel: 'PUBLIC',
    ...nobody,
    ...untouched,
    member: {
      id: 1,
      appUserId: 'mina',
      appUserName: 'Mina Kim',
      appUserProfileImgUrl: undefined,
      customType: undefined,
    },
    policy: open,
    createdAt: at(-age),
    lastModifiedAt: at(-age),
    ...facts,
  });
  return [
    room(1, {
      title: 'Weekly design review',
      description: 'What changed since last week, and what is next.',
      videoRoomState: 'LIVE',
      liveStartedAt: at(-12 * minute),
    }),
    room(2, { title: '제품팀 아침 회의', description: '매일 오전 10시, 15분 동안.' }),
    room(3, { title: 'One-to-one', policy: { ...open, hasPassword: true } }),
    room(4, {
      title: 'All-hands, third quarter',
      videoRoomState: 'SCHEDULED',
      scheduledAt: at(2 * day),
    }),
    room(5, {
      title: '신입 사원 환영회',
      videoRoomState: 'ENDED',
      liveStartedAt: at(-day),
      liveEndedAt: at(-day + 50 * minute),
    }),
    room(6, {
      title: 'Product launch broadcast',
      type: 'BROADCAST_RTMP',
      videoRoomState: 'SCHEDULED',
      scheduledAt: at(5 * day),
    }),
  ];
}

/** The password of the demo's locked room, {@link createDemoRooms}' number 3. */
export const demoPassword = 'open sesame';
