import type { RtcTokenInput } from '../api/types.js';
import type { ParticipantMember } from './types.js';

type Details = Readonly<Record<string, unknown>>;

/** The most characters of metadata that are parsed. Longer metadata are hostile. */
const maxMetadata = 64 * 1024;
const maxName = 100;
/** The most characters of a value in `customData`: the service refuses longer ones. */
const maxDisplayName = 50;
const maxUrl = 2048;

/**
 * Reads the member from a participant's metadata. Invalid values are ignored. The details may be at
 * the top level or under `appUser`.
 *
 * Metadata are verified if only the server can write them. If that is unknown, they are verified if
 * they name the identity that the server vouches for. Unverified metadata give no role: a participant
 * who may change them could make itself a host. If they name another member they are ignored, so that
 * neither the name nor the picture of that member is shown.
 *
 * @param name The participant's name on the media server: the first fallback.
 * @param identity The last fallback. If it is empty too, the name is `?`.
 * @param canUpdateMetadata Whether the participant may change its metadata; undefined: unknown.
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
  const verified = canUpdateMetadata === false || (isOwnId && !canUpdateMetadata);
  const details = verified || isOwnId || claimedId === undefined ? claimed : nothing;
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
 * Whether a member is a host of the call: a verified operator of the room's channel. No other role
 * gives any right. The roles of meetings in the service's guide (`HOST`, `CONTRIBUTOR`, …) are only
 * shown.
 */
export function isHost({ verified, role }: Pick<ParticipantMember, 'verified' | 'role'>): boolean {
  return verified && role === 'OPERATOR';
}

/**
 * Whether a verified member is an observer. Observers who publish nothing are not shown. The mark
 * is in the custom data, also as text.
 */
export function isObserver({
  verified,
  customData,
}: Pick<ParticipantMember, 'verified' | 'customData'>): boolean {
  return verified && String(customData?.['observer']) === 'true';
}

/** Shortens a chosen name to the limit of a request. Returns undefined for an empty name. */
export function toDisplayName(name: string | undefined): string | undefined {
  let short = '';
  for (const character of toText(name) ?? '') {
    if (short.length + character.length > maxDisplayName) break;
    short += character;
  }
  return short.trim() || undefined;
}

/** The input of a request for a token. The service copies its `customData` into the metadata. */
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

/** The objects that may contain a member's details. */
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
    // Deeply frozen, and without `__proto__`, which a careless copy would apply as a prototype.
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

/**
 * Cleans a text into one line that cannot affect the text around it. Returns undefined if nothing
 * is left.
 */
function toText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value
    .slice(0, maxName * 4)
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
  // Cut by code points, so that no half of a character is left at the end.
  const short = Array.from(line).slice(0, maxName).join('').trim();
  // Hangul fillers and the like are letters in Unicode, but invisible.
  return /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(short) ? short : undefined;
}

function toUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > maxUrl || !URL.canParse(value)) return undefined;
  const { protocol, href } = new URL(value);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
