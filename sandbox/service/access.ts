import * as v from 'valibot';
import type { MemberRecord, RoomRecord } from './records.js';

/**
 * Who may enter which room. The levels and the groups are published, and what each level means.
 * How the API names the group of a member and the list of those who are let in is not: the fields
 * `group` and `allowList`, and all that is assumed about them, are in this file alone.
 */

/** Highest first. */
export const memberGroups = ['ADMINISTRATORS', 'HOSTS', 'MEMBERS', 'GUESTS'] as const;
export type MemberGroup = (typeof memberGroups)[number];

/** In a request about a member. Default: `MEMBERS`, and `GUESTS` for whoever logs in as a guest. */
export const groupFields = { group: v.nullish(v.picklist(memberGroups)) };

/** In a request about a room: the `appUserId`s of those who may enter when it is `RESTRICTED`. */
export const allowListFields = {
  allowList: v.nullish(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(1000))),
};

export const groupOf = ({ group }: Pick<MemberRecord, 'group'>): MemberGroup => group ?? 'MEMBERS';

/**
 * Whether a member may see and enter a room: its owner may, whatever the level is. A level that is
 * not known lets nobody else in.
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
 * What somebody is in an `INTERACTIVE_MEETING`, besides operator or member of its channel: the
 * roles are published, who has which is assumed. Undefined in rooms of other types.
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
