import { parseHttpUrl } from '../api/endpoint.js';
import { isAppUserId } from '../api/routes.js';
import { isObject } from '../api/schema.js';
import type { MemberInput } from './types.js';

type MemberDetails = Omit<MemberInput, 'appUserId'>;

/** The mistake in a value; undefined: none. */
type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === 'string' ? undefined : 'it is not text');

/** The fields of a user that are sent to the service. Nothing else of the app's record is sent. */
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

/** A user as a member, without the fields that the service would refuse. */
export interface ReadMember {
  readonly member: MemberInput;
  /** The fields that were left out: a sentence with the reason for each, without values. */
  readonly leftOut: readonly string[];
}

/**
 * Reads an app's record of a user. Only `appUserId` must be valid: a wrong name or picture does not
 * prevent the sign-in.
 *
 * @throws {TypeError} when there is no valid `appUserId`: a mistake of the app, not of the client.
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

/** The problem with custom data, by the service's documented limits. */
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
