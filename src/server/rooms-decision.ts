import type { Page, RoomPermission, RoomQuery, VideoRoom } from '../api/types.js';
import { readMember } from './member-schema.js';
import { withCounts } from './room-schema.js';

/** The filters of a list that an app can set over the page's own. */
const filters = ['accessLevel', 'appUserId', 'type', 'videoRoomState'] as const;

type RoomsFilter = Pick<RoomQuery, (typeof filters)[number]>;

/**
 * The answer of `authorize`. `false`: signed in, but may not (403). `null`: nobody is signed in (401).
 *
 * A member with nothing but an `appUserId` acts on own rooms, and reads public ones.
 */
export type RoomsDecision =
  | {
      /** The member that acts: a room that is created belongs to them. */
      readonly appUserId: string;
      /**
       * Whether the member may act on all rooms of the app: list, get, change and delete those
       * of others, private ones too. Only `true` says so. Default `false`.
       */
      readonly any?: boolean | undefined;
      /**
       * For `list`: filters that replace those of the page, as in `{ type: 'WEBINAR' }`. They
       * narrow what the member may see, and never widen it. Each that is named must have a value:
       * one that is `undefined` or empty is an error, as without it the list would be wider.
       */
      readonly only?: RoomsFilter | undefined;
      /**
       * The member's rights, of `create`, `update` and `delete`: the gateway refuses the
       * rest, and tells the page, whose list offers nothing in vain. It takes rights away and gives
       * none. Left out, nothing is taken away, and the page is told nothing about creating rooms.
       */
      readonly can?: readonly RoomPermission[] | undefined;
    }
  | false
  | null;

/** A decision to act, checked. */
export interface Permission {
  readonly appUserId: string;
  readonly any: boolean;
  readonly only: RoomsFilter;
  readonly can: readonly RoomPermission[] | undefined;
}

/** The rights that a decision can give, or leave out. */
const permissions = ['create', 'update', 'delete'] as const satisfies readonly RoomPermission[];

/** @throws {TypeError} when the app's answer is none: what it means is not guessed. */
export function toPermission(decision: Exclude<RoomsDecision, false | null>): Permission {
  const { appUserId } = readMember({ appUserId: decision.appUserId }).member;
  const { any, only, can } = decision;
  return { appUserId, any: any === true, only: toFilter(only), can: toRights(can) };
}

function toRights(can: unknown): readonly RoomPermission[] | undefined {
  if (can === undefined) return undefined;
  if (
    Array.isArray(can) &&
    can.every((name) => (permissions as readonly unknown[]).includes(name))
  ) {
    return permissions.filter((name) => can.includes(name));
  }
  throw new TypeError(
    `\`can\` of a decision must be a list of ${permissions.join(', ')}, or left out.`,
  );
}

function toFilter(only: unknown): RoomsFilter {
  if (only === undefined) return {};
  if (typeof only !== 'object' || only === null || Array.isArray(only)) {
    throw new TypeError('`only` of a decision must be an object with filters, or left out.');
  }
  for (const [name, value] of Object.entries(only)) {
    if (!(filters as readonly string[]).includes(name)) {
      throw new TypeError(`\`only\` of a decision takes ${filters.join(', ')}, and nothing else.`);
    }
    if (typeof value === 'string' && value.trim() !== '') continue;
    throw new TypeError(
      `\`only.${name}\` of a decision has no value, so that nothing would be left out of the ` +
        'list: give text that is not empty, or answer `false` to refuse the list.',
    );
  }
  return only;
}

export function isOwn({ member }: VideoRoom, { appUserId }: Permission): boolean {
  return member?.appUserId === appUserId;
}

/** A level other than PUBLIC depends on groups and lists that only the app can know. */
export function mayRead(room: VideoRoom, permission: Permission): boolean {
  return permission.any || room.accessLevel === 'PUBLIC' || isOwn(room, permission);
}

export const mayChange = (room: VideoRoom, permission: Permission): boolean =>
  permission.any || isOwn(room, permission);

/** Whether the app leaves this to its members at all; whose the room is counts besides. */
export const isDelegated = ({ can }: Permission, action: RoomPermission): boolean =>
  can?.includes(action) ?? true;

/** The room, with what the member may do with it. */
export function withRights<R extends VideoRoom>(room: R, permission: Permission): R {
  const isChangeable = mayChange(room, permission);
  const can = permissions.filter(
    (name) => name !== 'create' && isChangeable && isDelegated(permission, name),
  );
  return { ...room, can };
}

/**
 * The query that asks for nothing but what the member may read: the server API has no filter for
 * "own or public", so it is one of the two. Undefined: nothing of what was asked for.
 */
export function narrow(query: RoomQuery, permission: Permission): RoomQuery | undefined {
  const asked = { ...query, ...permission.only };
  const { appUserId, accessLevel = 'PUBLIC' } = asked;
  if (permission.any || appUserId === permission.appUserId) return asked;
  if (accessLevel === 'PUBLIC') return { ...asked, accessLevel };
  return appUserId === undefined ? { ...asked, appUserId: permission.appUserId } : undefined;
}

/** A service that ignored a filter shows the member nothing more. */
export function readable(page: Page<VideoRoom>, permission: Permission): Page<VideoRoom> {
  const rooms = page.content.filter((room) => mayRead(room, permission));
  const content = rooms.map((room) => withRights(room, permission));
  return withPageRights(withCounts({ ...page, content }), permission);
}

/** The page, with whether the member may create rooms, where the app has said anything of it. */
function withPageRights(page: Page<VideoRoom>, { can }: Permission): Page<VideoRoom> {
  return can ? { ...page, can: can.filter((name) => name === 'create') } : page;
}

/** The page of a list with nothing in it. */
export function emptyPage(
  { page = 0, pageSize = 10 }: RoomQuery,
  permission: Permission,
): Page<VideoRoom> {
  const counts = { totalPages: 0, totalElements: 0 };
  const place = { number: page, size: pageSize, first: page === 0, last: true };
  return withPageRights(withCounts({ content: [], ...counts, ...place }), permission);
}
