import { parseHttpUrl } from '../api/endpoint.js';
import { isAppUserId } from '../api/routes.js';
import { isObject } from '../api/schema.js';
import type { MemberInput } from './types.js';

type MemberDetails = Omit<MemberInput, 'appUserId'>;

/** The mistake in a value; undefined: none. */
type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === 'string' ? undefined : 'it is not text');

/** All that the service is to know of a user; nothing else of the app's record goes there. */
const checks: Readonly<Record<keyof MemberDetails, Check>> = {
  appUserName: text,
  appUserProfileImgUrl: (value) =>
    typeof value === 'string' && parseHttpUrl(value) ? undefined : 'it is not an http(s) URL',
  customType: (value) => text(value) ?? tooLong(value, 50),
  customData: customDataProblem,
  lang: (value) =>
    text(value) ?? (isLanguageTag(String(value)) ? undefined : 'it is no BCP 47 tag'),
  email: text,
  country: text,
};

/** A user as a member, without the facts that the service would not take. */
export interface ReadMember {
  readonly member: MemberInput;
  /** The fields that were left out, with the reason; a sentence each, without values. */
  readonly leftOut: readonly string[];
}

/**
 * Reads what an app says that a user is. Only `appUserId` has to be right: who has it can sign in,
 * whatever is wrong with name or picture.
 *
 * @throws {TypeError} when there is no such `appUserId`: a mistake of the app, not of who asks.
 */
export function readMember(user: unknown): ReadMember {
  const record: Readonly<Record<string, unknown>> =
    typeof user === 'object' && user !== null ? { ...user } : {};
  const { appUserId } = record;
  if (!isAppUserId(appUserId)) {
    throw new TypeError(
      'What the app gave as a member is wrong: "appUserId" must be letters and digits only.',
    );
  }
  const leftOut: string[] = [];
  const facts: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(checks)) {
    const value = record[name];
    if (value === undefined) continue;
    const problem = value === null ? 'it is null' : check(value);
    if (problem) leftOut.push(`"${name}" of a user was left out of the sign-in: ${problem}.`);
    else facts[name] = value;
  }
  return { member: { ...facts, appUserId }, leftOut };
}

function tooLong(value: unknown, most: number): string | undefined {
  return String(value).length > most ? `it is longer than ${most} characters` : undefined;
}

/** The limits are the service's documented ones. */
function customDataProblem(value: unknown): string | undefined {
  if (!isObject(value)) return 'it is no object';
  const items = Object.entries(value);
  if (items.length > 10) return 'it has more than 10 items';
  for (const [name, item] of items) {
    const known = item === null || ['string', 'number', 'boolean'].includes(typeof item);
    if (!known) return 'an item is neither text, number, boolean nor null';
    if (tooLong(name, 50) ?? tooLong(item, 50)) return 'an item is longer than 50 characters';
  }
  return undefined;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
