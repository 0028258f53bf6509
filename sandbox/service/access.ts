import * as v from 'valibot';
import type { MemberRecord, RoomRecord } from './records.js';

/**
 * Decides who may enter which room. The levels, their meaning and the groups are published. The
 * API's names for the group of a member and for the list of admitted members are not. The fields
 * `group` and `allowList`, and all that is assumed about them, are in this file alone.
 */

/** Highest first. */
export const memberGroups = ['ADMINISTRATORS', 'HOSTS', 'MEMBERS', 'GUESTS'] as const;
export type MemberGroup = (typeof memberGroups)[number];

/** In a request about a member. Default: `GUESTS` for a guest's login, `MEMBERS` otherwise. */
export const groupFields = { group: v.nullish(v.picklist(memberGroups)) };

/** In a request about a room: the `appUserId`s that may enter when the room is `RESTRICTED`. */
export const allowListFields = {
  allowList: v.nullish(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(1000))),
};

export const groupOf = ({ group }: Pick<MemberRecord, 'group'>): MemberGroup => group ?? 'MEMBERS';

/**
 * Whether a member may see and enter a room. The owner may, whatever the level is. An unknown level
 * admits nobody else.
 */
export function mayEnter(
  { accessLevel, owner, allowList }: RoomRecord,
  member: Pick<MemberRecord, 'id' | 'appUserId' | 'group'>,
): boolean {
  if (owner.id === member.id) return true;
  switch (accessLevel) {
    case 'PUBLIC':
      return true;
    case 'MEMBER':
      return groupOf(member) !== 'GUESTS';
    case 'RESTRICTED':
      return allowList?.includes(member.appUserId) ?? false;
    default:
      return false;
  }
}

/**
 * The role of a member in an `INTERACTIVE_MEETING`, in addition to operator or member of its
 * channel. The roles are published; which member has which role is assumed. Undefined in rooms of
 * other types.
 */
export function roleOf(
  { type, owner }: RoomRecord,
  member: Pick<MemberRecord, 'id' | 'group'>,
): 'HOST' | 'CONTRIBUTOR' | 'AUDIENCE' | 'GUEST' | undefined {
  if (type !== 'INTERACTIVE_MEETING') return undefined;
  if (owner.id === member.id) return 'HOST';
  switch (groupOf(member)) {
    case 'ADMINISTRATORS':
    case 'HOSTS':
      return 'CONTRIBUTOR';
    case 'MEMBERS':
      return 'AUDIENCE';
    case 'GUESTS':
      return 'GUEST';
  }
}
