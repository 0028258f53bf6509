import * as v from 'valibot';
import { requestPageBase } from '../api/routes.js';
import type { RoomInput, RoomQuery, RoomUpdate } from '../api/types.js';
import { Refusal } from './answer.js';
import { invalidBody } from './read-json.js';

/**
 * The requests that a page may send to the gateway. A rule's message is the service's documented
 * code for a violation. Fields that are not named here are left out. The service itself checks
 * lengths that it does not document, and `null`, which removes a value.
 */
const text = v.nullish(v.string());
const word = v.pipe(v.string(), v.regex(/^[A-Z][A-Z_]{0,39}$/));
const flag = v.nullish(v.boolean());

const customData = v.pipe(
  v.record(
    v.pipe(v.string(), v.maxLength(50, 'CUSTOM_DATA_ITEM_NAME_SIZE_UPPER_LIMIT_EXCEEDED')),
    v.pipe(
      v.union([v.string(), v.number(), v.boolean(), v.null()]),
      v.check(
        (value) => String(value).length <= 50,
        'CUSTOM_DATA_ITEM_VALUE_SIZE_UPPER_LIMIT_EXCEEDED',
      ),
    ),
  ),
  v.check((data) => Object.keys(data).length <= 10, 'CUSTOM_DATA_ITEM_COUNT_UPPER_LIMIT_EXCEEDED'),
);

const roomFields = {
  title: text,
  description: text,
  accessLevel: v.nullish(word),
  scheduledAt: v.nullish(v.pipe(v.string(), v.isoTimestamp())),
  customType: v.nullish(
    v.pipe(v.string(), v.maxLength(50, 'CUSTOM_TYPE_SIZE_UPPER_LIMIT_EXCEEDED')),
  ),
  customData: v.nullish(customData),
  password: text,
  manuallyApproval: flag,
  canAutoRoomCompositeRecording: flag,
};

const update = v.object(roomFields);
const input = v.object({
  ...roomFields,
  type: v.pipe(v.nullish(v.string(), ''), v.nonEmpty('EMPTY_VIDEO_ROOM_TYPE'), word),
});

const filterText = v.optional(v.pipe(v.string(), v.maxLength(200)));
const whole = (digits: RegExp) =>
  v.optional(v.pipe(v.string(), v.regex(digits), v.transform(Number)));

const query = v.object({
  keyword: filterText,
  videoRoomState: v.optional(word),
  type: v.optional(word),
  accessLevel: v.optional(word),
  appUserId: filterText,
  sortBy: v.optional(
    v.picklist([
      'CREATED_AT_ASC',
      'CREATED_AT_DESC',
      'LAST_MODIFIED_AT_ASC',
      'LAST_MODIFIED_AT_DESC',
    ]),
  ),
  page: whole(/^\d{1,9}$/),
  pageSize: whole(/^[1-9]\d{0,8}$/),
});

/** No page of rooms is longer. */
const maxPageSize = 100;

/** @throws {Refusal} 400 with the service's code, or `INVALID_HTTP_MESSAGE_BODY`. */
export const toRoomInput = (body: object): RoomInput => checkBody(input, body) as RoomInput;
/** @throws {Refusal} 400 with the service's code, or `INVALID_HTTP_MESSAGE_BODY`. */
export const toRoomUpdate = (body: object): RoomUpdate => checkBody(update, body) as RoomUpdate;

/** @throws {Refusal} 400 `INVALID_HTTP_REQUEST_PARAMETER`. */
export function toRoomQuery(search: URLSearchParams): RoomQuery {
  const asked = Object.fromEntries([...search].filter(([, value]) => value !== ''));
  const result = v.safeParse(query, asked);
  if (!result.success) {
    const message = `"${fieldOf(result.issues)}" cannot have this value.`;
    throw new Refusal(400, 'INVALID_HTTP_REQUEST_PARAMETER', message);
  }
  const { page, pageSize, ...filters } = result.output;
  return {
    ...filters,
    ...(page !== undefined && { page: Math.max(0, page - requestPageBase) }),
    ...(pageSize !== undefined && { pageSize: Math.min(pageSize, maxPageSize) }),
  } as RoomQuery;
}

function checkBody<T>(schema: v.GenericSchema<unknown, T>, body: object): T {
  const result = v.safeParse(schema, body, { abortPipeEarly: true });
  if (result.success) return result.output;
  const code = result.issues.map((issue) => issue.message).find((m) => /^[A-Z][A-Z_]+$/.test(m));
  // Names the field but never repeats its value: it may be a password.
  const message = `"${fieldOf(result.issues)}" cannot have this value.`;
  throw code ? new Refusal(400, code, message) : invalidBody(message);
}

/**
 * The name of the invalid field. It is one of the names above, so that the answer contains nothing
 * of the request.
 */
function fieldOf([issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const key = issue.path?.[0].key;
  return typeof key === 'string' ? key : 'body';
}
