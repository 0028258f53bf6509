import * as v from 'valibot';
import { isAppUserId } from '../api/routes.js';
import type { MemberInput } from './types.js';

const text = v.optional(v.string());

/** Takes over what the service is to know of a user, and nothing else of the app's record. */
const member = v.object({
  appUserId: v.custom<string>(isAppUserId),
  appUserName: text,
  appUserProfileImgUrl: text,
  customType: text,
  customData: v.optional(v.record(v.string(), v.unknown())),
  lang: text,
});

/**
 * What an app says that a user is.
 *
 * @throws {TypeError} when it is not: a mistake of the app, not of whoever asks. It names the
 * field and not its value.
 */
export function toMember(user: unknown): MemberInput {
  const { success, output, issues } = v.safeParse(member, user);
  if (success) return output;
  const field = v.getDotPath(issues[0]) ?? 'user';
  const rule = field === 'appUserId' ? 'letters and digits only' : 'as MemberInput has it';
  throw new TypeError(`What the app gave as a member is wrong: "${field}" must be ${rule}.`);
}
