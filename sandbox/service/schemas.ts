import * as v from 'valibot';
import { allowListFields, groupFields } from './access.js';
import type { ErrorCode } from './errors.js';
import { roomStates, roomTypes } from './records.js';
import { memberSortOrders, sortOrders } from './store.js';

/**
 * The schemas of requests. The message of a rule is the error code for breaking it. Without a
 * message the code is `INVALID_HTTP_MESSAGE_BODY`, or `INVALID_HTTP_REQUEST_PARAMETER` in a query.
 * Fields that are not named here are ignored.
 */
const code = <C extends ErrorCode>(errorCode: C): C => errorCode;

const text = (maxLength: number) =>
  v.optional(v.nullable(v.pipe(v.string(), v.maxLength(maxLength))));
const flag = v.optional(v.boolean());

const httpUrl = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.check((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ''), 'not an http(s) URL'),
);

const time = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'not an ISO 8601 time'),
  v.check((iso) => !Number.isNaN(Date.parse(iso)), 'not an ISO 8601 time'),
  v.transform((iso) => new Date(iso).toISOString()),
);

const customType = v.optional(
  v.nullable(v.pipe(v.string(), v.maxLength(50, code('CUSTOM_TYPE_SIZE_UPPER_LIMIT_EXCEEDED')))),
);

const customData = v.optional(
  v.nullable(
    v.pipe(
      v.record(
        v.pipe(
          v.string(),
          v.maxLength(50, code('CUSTOM_DATA_ITEM_NAME_SIZE_UPPER_LIMIT_EXCEEDED')),
        ),
        v.pipe(
          v.union([v.string(), v.number(), v.boolean(), v.null()]),
          v.check(
            (value) => String(value).length <= 50,
            code('CUSTOM_DATA_ITEM_VALUE_SIZE_UPPER_LIMIT_EXCEEDED'),
          ),
        ),
      ),
      v.check(
        (data) => Object.keys(data).length <= 10,
        code('CUSTOM_DATA_ITEM_COUNT_UPPER_LIMIT_EXCEEDED'),
      ),
    ),
  ),
);

const appUserId = (empty: ErrorCode) =>
  v.pipe(
    v.nullish(v.string(), ''),
    v.nonEmpty(empty),
    v.regex(/^[A-Za-z0-9]{1,100}$/, code('INVALID_APP_USER_ID_FORMAT')),
  );

export const appUserIdInPath = appUserId(code('EMPTY_APP_USER_ID'));

const roomFields = {
  title: text(200),
  description: text(2000),
  accessLevel: v.optional(v.pipe(v.string(), v.regex(/^[A-Z_]{1,30}$/))),
  scheduledAt: v.optional(v.nullable(time)),
  customType,
  customData,
  password: text(100),
  ...allowListFields,
  manuallyApproval: flag,
  canAutoRoomCompositeRecording: flag,
};

const roomType = v.pipe(
  v.nullish(v.string(), ''),
  v.nonEmpty(code('EMPTY_VIDEO_ROOM_TYPE')),
  v.picklist(roomTypes),
);

const hasNeededTime = (room: { type: string; scheduledAt?: string | null | undefined }): boolean =>
  room.type !== 'BROADCAST_RTMP' || Boolean(room.scheduledAt);

export const roomUpdate = v.object(roomFields);
export const roomCreation = v.pipe(
  v.object({ ...roomFields, type: roomType }),
  v.check((room) => hasNeededTime(room), code('EMPTY_VIDEO_ROOM_SCHEDULED_AT')),
);
export const roomCreationByApp = v.pipe(
  v.object({
    ...roomFields,
    type: roomType,
    // Without an owner the room belongs to the app; an older page of the guides refuses such a
    // request.
    appUserId: v.nullish(appUserId(code('EMPTY_VIDEO_ROOM_APP_USER_ID'))),
  }),
  v.check((room) => hasNeededTime(room), code('EMPTY_VIDEO_ROOM_SCHEDULED_AT')),
);
export const rtcTokenRequest = v.object({ password: text(1000), customData });

const memberFields = {
  appUserName: text(100),
  /** Stored unchecked: the client that shows the picture decides which URLs to accept. */
  appUserProfileImgUrl: v.nullish(v.string()),
  customType,
  customData,
  lang: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/)))),
  ...groupFields,
  email: text(320),
  country: text(100),
};

export const memberUpdate = v.object(memberFields);
export const memberUpsert = v.object({
  ...memberFields,
  appUserId: appUserId(code('EMPTY_APP_USER_ID')),
});

const paging = {
  sortBy: v.optional(v.picklist(sortOrders), 'CREATED_AT_DESC'),
  // The query counts pages from 1; 0 is accepted as the first page too.
  page: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)), '1'),
  pageSize: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,8}$/),
      v.transform((size) => Math.min(Number(size), 100)),
    ),
    '10',
  ),
};

const filterText = v.optional(v.pipe(v.string(), v.maxLength(200)));

export const roomQuery = v.object({
  ...paging,
  keyword: filterText,
  videoRoomState: v.optional(v.picklist(roomStates)),
  type: v.optional(v.picklist(roomTypes)),
  accessLevel: filterText,
  appUserId: filterText,
});
export const memberQuery = v.object({
  ...paging,
  sortBy: v.optional(v.picklist(memberSortOrders), 'CREATED_AT_DESC'),
  appUserId: filterText,
  appUserName: filterText,
});

export const messageCreation = v.object({
  message: v.nullish(v.pipe(v.string(), v.minLength(1), v.maxLength(5000))),
  type: v.optional(v.picklist(['MESSAGE', 'SIGNAL'])),
  customType,
  /** Any JSON value, unlike the custom data of rooms and members. */
  customData: v.optional(v.unknown()),
  /** `false`: the message is delivered and not kept. */
  persistence: v.nullish(v.boolean()),
});

export const channelJoining = v.object({ password: text(1000), customType, customData });

/**
 * The SDK sends `BEFORE` and `AFTER`. `PREVIOUS` and `NEXT` pass too: the guides leave this open.
 */
export const messageQuery = v.object({
  messageId: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))),
  direction: v.pipe(
    v.optional(v.picklist(['BEFORE', 'AFTER', 'PREVIOUS', 'NEXT']), 'BEFORE'),
    v.transform((word) => (word === 'BEFORE' || word === 'PREVIOUS' ? 'BEFORE' : 'AFTER')),
  ),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,8}$/),
      v.transform((limit) => Math.min(Number(limit), 100)),
    ),
    '50',
  ),
});

/** `WAITING`, for an operator's approval, is assumed: the other states are the SDK's. */
const channelMemberStates = ['ONLINE', 'OFFLINE', 'BANNED', 'LEAVED', 'WAITING'] as const;

export const channelMemberQuery = v.object({
  ...paging,
  /** Default: all who have joined, `ONLINE` or `OFFLINE`. */
  channelMemberState: v.optional(v.picklist(channelMemberStates)),
});

/** The page knows which words the layouts have, so any word passes. */
const layoutWord = v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z_-]{1,30}$/)));

export const embedQuery = v.object({
  appUserId: appUserId(code('EMPTY_APP_USER_ID')),
  isObserver: v.optional(v.picklist(['true', 'false'])),
  drawLayoutType: layoutWord,
  drawLayoutPosition: layoutWord,
  displayName: v.optional(v.pipe(v.string(), v.maxLength(50))),
});

const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const callback = v.object({
  url: v.pipe(
    httpUrl,
    // Credentials are sent in a header, and must never be in the log.
    v.check((url) => !URL.parse(url)?.username && !URL.parse(url)?.password, 'has credentials'),
  ),
  // Basic credentials end at the first colon.
  id: v.pipe(secret, v.regex(/^[^:]+$/)),
  password: secret,
});

const eventId = v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)));

/** The spelling of the parameter is not published: both spellings are accepted. */
export const eventQuery = v.pipe(
  v.object({ lastEventId: eventId, 'Last-Event-ID': eventId }),
  v.transform((query) => ({ lastEventId: query.lastEventId ?? query['Last-Event-ID'] })),
);

export type EmbedQuery = v.InferOutput<typeof embedQuery>;
export type ChannelMemberState = (typeof channelMemberStates)[number];
export type ChannelJoining = v.InferOutput<typeof channelJoining>;
export type MessageCreation = v.InferOutput<typeof messageCreation>;
export type MessageQuery = v.InferOutput<typeof messageQuery>;
export type ChannelMemberQuery = v.InferOutput<typeof channelMemberQuery>;
export type RoomUpdate = v.InferOutput<typeof roomUpdate>;
export type RoomCreation = v.InferOutput<typeof roomCreation>;
export type MemberUpdate = v.InferOutput<typeof memberUpdate>;
export type MemberUpsert = v.InferOutput<typeof memberUpsert>;
export type RoomQuery = v.InferOutput<typeof roomQuery>;
export type MemberQuery = v.InferOutput<typeof memberQuery>;
export type Paging = Pick<MemberQuery, 'page' | 'pageSize' | 'sortBy'>;
