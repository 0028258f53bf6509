import type { RtcTokenInput } from '../api/types.js';
import type { ParticipantMember } from './types.js';

type Details = Readonly<Record<string, unknown>>;

/** Characters of metadata beyond which nobody is described, but somebody's time is wasted. */
const maxMetadata = 64 * 1024;
const maxName = 100;
/** The service refuses longer values of `customData`. */
const maxDisplayName = 50;
const maxUrl = 2048;

/**
 * Makes the member of a participant's metadata, whatever is in it: what cannot be used is as if
 * it were not there. The details are looked for at the top and under `appUser`.
 *
 * Metadata is a claim unless the server alone can write it, or it names the identity that the
 * server vouches for. A claim gives no role. One to be somebody else gives nothing at all, so
 * that neither the name nor the picture of another member is shown.
 *
 * @param name What the media server calls the participant: the first to fall back to.
 * @param identity The last to fall back to; if that is empty as well, the name is `?`.
 * @param canUpdateMetadata Whether the participant may change its metadata; undefined: not known.
 */
export function parseMember(
  metadata: string | undefined,
  name: string,
  identity: string,
  canUpdateMetadata?: boolean,
): ParticipantMember {
  const claimed = parseDetails(metadata);
  const claimedId = textOf(claimed, 'appUserId');
  const isOwnId = identity !== '' && claimedId === identity;
  const verified = canUpdateMetadata === false || isOwnId;
  const details = verified || claimedId === undefined ? claimed : nothing;
  return Object.freeze({
    verified,
    appUserId: textOf(details, 'appUserId'),
    name:
      toText(details.customData?.['displayName']) ??
      textOf(details, 'appUserName') ??
      toText(name) ??
      toText(identity) ??
      '?',
    picture:
      toUrl(details.top['appUserProfileImgUrl']) ?? toUrl(details.user['appUserProfileImgUrl']),
    role: verified ? textOf(details, 'channelMemberType') : undefined,
    customData: details.customData,
  });
}

/**
 * Whether somebody is a host of the call: an operator of the room's channel, and only where the
 * server vouches for who they are. No other role gives any right, whatever its word is: the roles
 * that the service's guide has of meetings (`HOST`, `CONTRIBUTOR`, …) are only shown.
 */
export function isHost({ verified, role }: Pick<ParticipantMember, 'verified' | 'role'>): boolean {
  return verified && role === 'OPERATOR';
}

/**
 * Whether somebody only watches, as the server vouches for: nobody is shown who does and publishes
 * nothing. The mark is in the custom data, also as text.
 */
export function isObserver({
  verified,
  customData,
}: Pick<ParticipantMember, 'verified' | 'customData'>): boolean {
  return verified && String(customData?.['observer']) === 'true';
}

/** Shortens a name of one's own to the length that a request may carry; undefined for none. */
export function toDisplayName(name: string | undefined): string | undefined {
  let short = '';
  for (const character of toText(name) ?? '') {
    if (short.length + character.length > maxDisplayName) break;
    short += character;
  }
  return short.trim() || undefined;
}

/** The request of a token; the service puts `customData` of it into the metadata. */
export function toTokenInput(password?: string, name?: string, observer = false): RtcTokenInput {
  const displayName = toDisplayName(name);
  const customData = {
    ...(displayName !== undefined && { displayName }),
    ...(observer && { observer }),
  };
  return {
    ...(password !== undefined && { password }),
    ...(Object.keys(customData).length > 0 && { customData }),
  };
}

/** The objects in which a member's details may be. */
interface MemberDetails {
  readonly top: Details;
  readonly user: Details;
  readonly customData: Details | undefined;
}

const nothing: MemberDetails = { top: {}, user: {}, customData: undefined };

function parseDetails(metadata: string | undefined): MemberDetails {
  const top = parseObject(metadata);
  const user = isDetails(top['appUser']) ? top['appUser'] : {};
  const customData = [top['customData'], user['customData']].find(isDetails);
  return { top, user, customData };
}

function textOf({ top, user }: MemberDetails, key: string): string | undefined {
  return toText(top[key]) ?? toText(user[key]);
}

function parseObject(metadata: string | undefined): Details {
  if (!metadata || metadata.length > maxMetadata) return {};
  try {
    // Frozen to the bottom, and without the one key that a careless copy would turn into more.
    const parsed: unknown = JSON.parse(metadata, (key, value: unknown) =>
      key === '__proto__' ? undefined : Object.freeze(value),
    );
    return isDetails(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function isDetails(value: unknown): value is Details {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One line that can stand among other text without changing how that is shown, or nothing. */
function toText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value
    .slice(0, maxName * 4)
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
  // By code points, so that no half of a character is left at the end.
  const short = Array.from(line).slice(0, maxName).join('').trim();
  // Hangul fillers and the like are letters to Unicode, but nobody sees them.
  return /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(short) ? short : undefined;
}

function toUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > maxUrl || !URL.canParse(value)) return undefined;
  const { protocol, href } = new URL(value);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
