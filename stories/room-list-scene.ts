/** The service of a list's stories: rooms of each kind, and the people in the live ones. */
import type { Channel, ChannelMember } from '../src/api/channel-types.js';
import type { Page, VideoRoom } from '../src/api/types.js';
import { createDemoRooms, createMockService, type MockService } from '../src/mock/index.js';
import type { ListServices } from '../src/state/list-types.js';
import { drawn, elementIn, failure } from './support.js';

const minute = 60_000;

/** Rooms of each kind: two are live, one starts soon, and some admit only certain people. */
export function busyRooms(now = Date.now()): readonly VideoRoom[] {
  const rooms = createDemoRooms(now);
  const [model] = rooms;
  if (!model) return rooms;
  const at = (minutes: number): string => new Date(now + minutes * minute).toISOString();
  const owner = (appUserId: string, appUserName: string): VideoRoom['member'] => ({
    id: undefined,
    appUserId,
    appUserName,
    appUserProfileImgUrl: undefined,
    customType: undefined,
  });
  return [
    ...rooms,
    {
      ...model,
      id: 20,
      title: 'Sprint planning',
      description: 'Two weeks, one board.',
      videoRoomState: 'SCHEDULED',
      accessLevel: 'MEMBER',
      scheduledAt: at(12),
      liveStartedAt: undefined,
      member: owner('jun', 'Jun Park'),
    },
    {
      ...model,
      id: 21,
      title: '고객사 데모',
      description: undefined,
      type: 'WEBINAR',
      liveStartedAt: at(-42),
      policy: { ...model.policy, hasPassword: true },
      member: owner('seojun', '이서준'),
    },
  ];
}

/** The channels of the live rooms. One gives only the number of its people, and no names. */
function createChannels(): NonNullable<ListServices['channels']> {
  const people = [
    ['jun', 'Jun Park'],
    ['mina', 'Mina Kim'],
    ['seojun', '이서준'],
    ['kwame', 'Kwame Mensah'],
    ['sara', 'Sara Haddad'],
    ['alex', 'Alex Rivera'],
  ] as const;
  const members = people.map(([appUserId, appUserName]): ChannelMember => ({
    channelMemberState: 'ONLINE',
    channelMemberType: 'MEMBER',
    appUser: {
      id: undefined,
      appUserId,
      appUserName,
      appUserProfileImgUrl: undefined,
      customType: undefined,
    },
  }));
  return {
    listChannelMembers: (roomId): Promise<Page<ChannelMember>> => {
      if (roomId === 21) return Promise.reject(failure('forbidden', 'api'));
      const { length } = members;
      const page = { number: 0, size: length, totalPages: 1, totalElements: length };
      return Promise.resolve({ content: members, ...page, first: true, last: true });
    },
    getChannel: (id): Promise<Channel> =>
      Promise.resolve({
        id,
        channelState: 'OPENED',
        name: undefined,
        stats: { currentOnlineMemberCount: 3 },
      }),
  };
}

/** The services of a list. */
export function listScene(prepare?: (service: MockService) => void): ListServices {
  const service = createMockService({ rooms: busyRooms() });
  prepare?.(service);
  return { rooms: service, member: service, channels: createChannels() };
}

/** Waits for the first button that the selector finds, clicks it, and waits for the result. */
export async function clickFor(
  canvas: HTMLElement,
  button: string,
  result: string,
): Promise<HTMLElement> {
  const list = elementIn(canvas, 'ffc-room-list');
  (await drawn(list, button)).click();
  return drawn(list, result);
}
