import type { ParticipantMember } from './types.js';

type Facts = Readonly<Record<string, unknown>>;

/** Characters of metadata beyond which nobody is described, but somebody's time is wasted. */
const maxMetadata = 64 * 1024;
const maxName = 100;
const maxUrl = 2048;

/**
 * Makes the member of a participant's metadata, whatever is in it: what cannot be used is as if
 * it were not there. The details are looked for at the top and under `appUser`.
 *
 * @param name What the media server calls the participant: the first to fall back to.
 * @param identity The last to fall back to; if that is empty as well, the name is `?`.
 */
export function parseMember(
  metadata: string | undefined,
  name: string,
  identity: string,
): ParticipantMember {
  const top = parseFacts(metadata);
  const user = isFacts(top['appUser']) ? top['appUser'] : {};
  const customData = [top['customData'], user['customData']].find(isFacts);
  const text = (key: string): string | undefined => toText(top[key]) ?? toText(user[key]);
  return Object.freeze({
    appUserId: text('appUserId'),
    name: text('appUserName') ?? toText(name) ?? toText(identity) ?? '?',
    picture: toUrl(top['appUserProfileImgUrl']) ?? toUrl(user['appUserProfileImgUrl']),
    role: text('channelMemberType'),
    customData,
  });
}

function parseFacts(metadata: string | undefined): Facts {
  if (!metadata || metadata.length > maxMetadata) return {};
  try {
    // Frozen to the bottom, and without the one key that a careless copy would turn into more.
    const parsed: unknown = JSON.parse(metadata, (key, value: unknown) =>
      key === '__proto__' ? undefined : Object.freeze(value),
    );
    return isFacts(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function isFacts(value: unknown): value is Facts {
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
