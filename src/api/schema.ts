import { FfcError } from '../core/errors.js';
import type { Logger } from '../core/logger.js';
import { fallback, is, object, safeParse, type Schema } from './parsing.js';
import type {
  CustomData,
  Member,
  Page,
  RoomOwner,
  RoomPermission,
  RtcGrant,
  VideoRoom,
} from './types.js';

// Only indispensable fields are required. Any other field that is missing, null or of the wrong
// type is undefined. Enum values are any text. Fields that are not listed are left out. The server
// kit and the event stream use the same schemas, so these are exported.
export const maybe = <T>(schema: Schema<T>): Schema<T | undefined> => fallback(schema, undefined);

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
export const isObject = (value: unknown): value is CustomData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text = is((value) => typeof value === 'string');
const boolean = is((value) => typeof value === 'boolean');
export const count = is(isCount);
export const maybeText = maybe(text);
export const maybeFlag = maybe(boolean);
/** Reads data of the app's own: any JSON, unchanged; null counts as left out. */
export const anyJson: Schema<unknown> = (value) => value ?? undefined;
const flag = fallback(boolean, false);

/**
 * Reads the member's rights, which gateways add. Unknown entries are kept, as they have no effect.
 */
const withRights =
  <T extends object>(schema: Schema<T>): Schema<T & { readonly can?: readonly RoomPermission[] }> =>
  (value, onFault) => {
    const { can } = Object(value) as { readonly can?: unknown };
    return {
      ...schema(value, onFault),
      ...(Array.isArray(can) && { can: can as readonly RoomPermission[] }),
    };
  };

export const memberFields = {
  id: maybe(count),
  appUserId: text,
  appUserName: maybeText,
  appUserProfileImgUrl: maybeText,
  customType: maybeText,
};
export const owner: Schema<RoomOwner> = object(memberFields);
const member: Schema<Member> = object({
  ...memberFields,
  lang: maybeText,
  email: maybeText,
  country: maybeText,
});

const policy = object({
  hasPassword: flag,
  manuallyApproval: flag,
  canAutoRoomCompositeRecording: flag,
});

export const room: Schema<VideoRoom> = withRights(
  object({
    id: count,
    state: maybeText,
    uuid: maybeText,
    type: text,
    protocol: maybeText,
    videoRoomState: text,
    accessLevel: maybeText,
    title: maybeText,
    description: maybeText,
    customType: maybeText,
    customData: maybe(is(isObject)),
    member: maybe(owner),
    app: maybe(object({ id: count, name: maybeText, state: maybeText })),
    channel: maybe(object({ id: count, channelState: maybeText, name: maybeText })),
    creatorType: maybeText,
    creatorId: maybe(count),
    lastSessionNo: maybe(count),
    // An invalid policy counts as one without any field.
    policy: (value, onFault) => policy(Object(value), onFault),
    scheduledAt: maybeText,
    cancelledAt: maybeText,
    liveStartedAt: maybeText,
    liveEndedAt: maybeText,
    createdAt: maybeText,
    lastModifiedAt: maybeText,
  }),
);

const page = withRights(
  object({
    content: is<unknown[]>(Array.isArray),
    number: count,
    size: maybe(count),
    totalPages: count,
    totalElements: count,
    first: maybeFlag,
    last: maybeFlag,
  }),
);

const rtcGrant: Schema<RtcGrant> = object({
  webRtcServerUrl: is(isMediaServerUrl),
  webRtcToken: is((value): value is string => typeof value === 'string' && value !== ''),
});

/** Each takes the text of an answer and throws an {@link FfcError} `invalid-response`. */
export const readMember = (answer: string): Member => parse(member, answer, 'a member');
export const readRoom = (answer: string): VideoRoom => parse(room, answer, 'a room');
export const readRtcGrant = (answer: string): RtcGrant => parse(rtcGrant, answer, 'an RTC token');

export const readRoomPage = (answer: string, logger: Logger): Page<VideoRoom> =>
  readPage(room, answer, 'room', logger);

/** Reads a page. An invalid entry is left out, and the others stay. */
export function readPage<T>(
  schema: Schema<T>,
  answer: string,
  what: string,
  logger: Logger,
): Page<T> {
  const { content, size, first, last, ...rest } = parse(page, answer, `a page of ${what}s`);
  const entries = content.flatMap((entry, index) => {
    const parsed = safeParse(schema, entry);
    if (parsed.success) return [parsed.output];
    logger.debug(`left out a ${what} that makes no sense`, { index, fields: namesOf(parsed) });
    return [];
  });
  return {
    ...rest,
    content: entries,
    size: size ?? content.length,
    first: first ?? rest.number === 0,
    last: last ?? rest.number + 1 >= rest.totalPages,
  };
}

/**
 * Parses an answer. The error contains neither the text nor the parser's message: both may contain
 * secrets.
 */
export function parse<T>(schema: Schema<T>, answer: string, what: string): T {
  let problem = 'is not JSON';
  try {
    const parsed = safeParse(schema, JSON.parse(answer));
    if (parsed.success) return parsed.output;
    problem = `lacks or mistakes ${namesOf(parsed)}`;
  } catch {}
  throw new FfcError({
    reason: 'invalid-response',
    stage: 'api',
    message: `The answer that should be ${what} ${problem}.`,
  });
}

/** The names of the invalid fields. They come from the schemas, not from the answer. */
function namesOf({ faults }: { readonly faults: readonly string[] }): string {
  return faults.map((path) => path || 'all').join(', ');
}

function isMediaServerUrl(value: unknown): value is string {
  try {
    return typeof value === 'string' && /^(ws|http)s?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}
