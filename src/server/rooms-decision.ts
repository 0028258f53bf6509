import type { Page, RoomPermission, RoomQuery, VideoRoom } from '../api/types.js';
import { readMember } from './member-schema.js';
import { withCounts } from './room-schema.js';

/** The filters of a list that an app can override. */
const filters = ['accessLevel', 'appUserId', 'type', 'videoRoomState'] as const;

type RoomsFilter = Pick<RoomQuery, (typeof filters)[number]>;

/**
 * The answer of `authorize`. `false`: signed in, but may not (403). `null`: nobody is signed in (401).
 *
 * A member with only an `appUserId` acts on own rooms, and reads public ones.
 */
export type RoomsDecision =
  | {
      /** The acting member, who owns the rooms that they create. */
      readonly appUserId: string;
      /**
       * Whether the member may act on all rooms of the app: list, get, change and delete those
       * of others, private ones too. Only `true` says so. Default `false`.
       */
      readonly any?: boolean | undefined;
      /**
       * For `list`: filters that replace those of the page, as in `{ type: 'WEBINAR' }`. They only
       * restrict the rooms that the member sees. Each must have a value: `undefined` or an empty
       * text is an error, as the list would have more rooms without it.
       */
      readonly only?: RoomsFilter | undefined;
      /**
       * The member's rights, of `create`, `update` and `delete`. The gateway refuses all others,
       * and sends the rights to the page, whose list offers only these. They restrict and never
       * extend. Left out, nothing is restricted, and the page gets no right about creating rooms.
       */
      readonly can?: readonly RoomPermission[] | undefined;
    }
  | false
  | null;

/** A checked decision that permits an action. */
export interface Permission {
  readonly appUserId: string;
  readonly any: boolean;
  readonly only: RoomsFilter;
  readonly can: readonly RoomPermission[] | undefined;
}

/** The rights that a decision can contain. */
const permissions = ['create', 'update', 'delete'] as const satisfies readonly RoomPermission[];

/** @throws {TypeError} when the app's decision is invalid: it is not guessed. */
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

/**
 * Whether a member may read a room. A level other than PUBLIC depends on groups and lists that only
 * the app knows.
 */
export function mayRead(room: VideoRoom, permission: Permission): boolean {
  return permission.any || room.accessLevel === 'PUBLIC' || isOwn(room, permission);
}

export const mayChange = (room: VideoRoom, permission: Permission): boolean =>
  permission.any || isOwn(room, permission);

/** Whether the app permits an action to the member. The owner of the room is checked separately. */
export const isDelegated = ({ can }: Permission, action: RoomPermission): boolean =>
  can?.includes(action) ?? true;

/** Returns the room with the member's rights to it. */
export function withRights<R extends VideoRoom>(room: R, permission: Permission): R {
  const isChangeable = mayChange(room, permission);
  const can = permissions.filter(
    (name) => name !== 'create' && isChangeable && isDelegated(permission, name),
  );
  return { ...room, can };
}

/**
 * Restricts a query to rooms that the member may read. The server API has no filter for "own or
 * public", so it is one of the two. Undefined: no room of the query is readable.
 */
export function narrow(query: RoomQuery, permission: Permission): RoomQuery | undefined {
  const asked = { ...query, ...permission.only };
  const { appUserId, accessLevel = 'PUBLIC' } = asked;
  if (permission.any || appUserId === permission.appUserId) return asked;
  if (accessLevel === 'PUBLIC') return { ...asked, accessLevel };
  return appUserId === undefined ? { ...asked, appUserId: permission.appUserId } : undefined;
}

/** Removes rooms that the member may not read, in case the service ignores a filter. */
export function readable(page: Page<VideoRoom>, permission: Permission): Page<VideoRoom> {
  const rooms = page.content.filter((room) => mayRead(room, permission));
  const content = rooms.map((room) => withRights(room, permission));
  return withPageRights(withCounts({ ...page, content }), permission);
}

/** Returns the page with the right to create rooms, if the app's decision has rights. */
function withPageRights(page: Page<VideoRoom>, { can }: Permission): Page<VideoRoom> {
  return can ? { ...page, can: can.filter((name) => name === 'create') } : page;
}

/** An empty page of a list. */
export function emptyPage(
  { page = 0, pageSize = 10 }: RoomQuery,
  permission: Permission,
): Page<VideoRoom> {
  const counts = { totalPages: 0, totalElements: 0 };
  const place = { number: page, size: pageSize, first: page === 0, last: true };
  return withPageRights(withCounts({ content: [], ...counts, ...place }), permission);
}
