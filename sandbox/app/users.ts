import type { MemberInput } from '../../src/server/index.js';

/** A user as the app knows them. Its `role` stays with the app; the rest goes to the service. */
export interface AppUser extends MemberInput {
  readonly appUserName: string;
  /** Hosts run rooms of their own; guests only see rooms and join them. */
  readonly role: 'host' | 'guest';
}

/**
 * The user who sent this request. Real apps know the user by a session cookie, which all tabs of a
 * browser share. Here the page names its user by `?user=`, in the requested address or in the
 * page's own, so that two tabs can be two people.
 */
export function whoAsks(users: readonly AppUser[], { url, headers }: Request): AppUser | null {
  const page = headers.get('referer') ?? '';
  const name = userIn(url) ?? userIn(page);
  return users.find(({ appUserId }) => appUserId === name) ?? null;
}

function userIn(address: string): string | null | undefined {
  return URL.parse(address)?.searchParams.get('user');
}
