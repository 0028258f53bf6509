import { is, object, safeParse, type Schema } from '../api/parsing.js';
import { count, isObject, maybe, maybeText, text } from '../api/schema.js';
import type { CustomData, Open, RoomType, VideoRoomState } from '../api/types.js';
import { invalidBody } from './read-json.js';

/** The room that an event is about. Fields that are not named here are carried through. */
export interface WebhookRoom {
  readonly id: number;
  readonly state: string | undefined;
  readonly videoRoomState: VideoRoomState | undefined;
  readonly type: RoomType | undefined;
  readonly title: string | undefined;
  readonly channelId: number | undefined;
  /** Counts the calls that there were in this room. */
  readonly sessionNo: number | undefined;
}

/** The participant that an event is about. Fields that are not named here are carried through. */
export interface WebhookUser {
  readonly appUserId: string;
  readonly appUserName: string | undefined;
  /** `OPERATOR` or `MEMBER`. */
  readonly channelMemberType: string | undefined;
  readonly customData: CustomData | undefined;
}

/** The app that an event is about. Fields that are not named here are carried through. */
export interface WebhookApp {
  readonly id: number;
  readonly state: string | undefined;
  readonly name: string | undefined;
  /** The protocol by which broadcasts by RTMP are handed on. */
  readonly defaultRtmpOutputMode: Open<'RTMP' | 'CMAF' | 'RTMP_CMAF'> | undefined;
}

interface Envelope<Type extends string, Data> {
  /** The same in every delivery of the event. */
  readonly id: string;
  readonly type: Type;
  readonly app: WebhookApp | undefined;
  /** ISO 8601. Events may arrive in another order than they happened. */
  readonly createdAt: string | undefined;
  readonly data: Data;
}

export type ParticipantJoinedEvent = Envelope<
  'VIDEO_ROOM_PARTICIPANT_JOINED',
  {
    readonly videoRoom: WebhookRoom;
    readonly appUser: WebhookUser;
    readonly joinedAt: string | undefined;
  }
>;
export type ParticipantLeftEvent = Envelope<
  'VIDEO_ROOM_PARTICIPANT_LEFT',
  {
    readonly videoRoom: WebhookRoom;
    readonly appUser: WebhookUser;
    readonly leftAt: string | undefined;
  }
>;
export type EgressEndedEvent = Envelope<
  'VIDEO_ROOM_EGRESS_ENDED',
  { readonly videoRoom: WebhookRoom }
>;

/**
 * An event whose payload the service has not published: carried through as it came. So is one
 * of a type that the service invents later, which is not listed here: leave it to a `default`.
 */
export type UnpublishedEvent = Envelope<
  'MEMBER_CREATED' | 'MEMBER_UPDATED' | 'VIDEO_ROOM_SCHEDULED',
  unknown
>;

/** An event that the service sends to a backend. Its `type` says what `data` holds. */
export type WebhookEvent =
  ParticipantJoinedEvent | ParticipantLeftEvent | EgressEndedEvent | UnpublishedEvent;

// Only what an event means nothing without is required, as in the answers of the service: what
// is refused is sent again and again, and lost in the end.
// What a later version of the service adds anywhere is carried through as it came.
const room: Schema<WebhookRoom> = carrying(
  object({
    id: count,
    state: maybeText,
    videoRoomState: maybeText,
    type: maybeText,
    title: maybeText,
    channelId: maybe(count),
    sessionNo: maybe(count),
  }),
);

const user: Schema<WebhookUser> = carrying(
  object({
    appUserId: text,
    appUserName: maybeText,
    channelMemberType: maybeText,
    customData: maybe(is(isObject)),
  }),
);

const published: Readonly<Record<string, Schema<unknown>>> = {
  VIDEO_ROOM_PARTICIPANT_JOINED: carrying(
    object({ videoRoom: room, appUser: user, joinedAt: maybeText }),
  ),
  VIDEO_ROOM_PARTICIPANT_LEFT: carrying(
    object({ videoRoom: room, appUser: user, leftAt: maybeText }),
  ),
  VIDEO_ROOM_EGRESS_ENDED: carrying(object({ videoRoom: room })),
};

const isId = (value: unknown): value is string | number =>
  Number.isSafeInteger(value) ||
  (typeof value === 'string' && value.length <= 200 && value.trim() !== '');

/** An object whose other fields stay as they came. */
function carrying<T extends object>(known: Schema<T>): Schema<T> {
  return (value, onFault) => ({ ...(isObject(value) && value), ...known(value, onFault) });
}

const envelope = object({
  id: is(isId),
  type: is(
    (value): value is string => typeof value === 'string' && /^[A-Z][A-Z0-9_]{0,99}$/.test(value),
  ),
  app: maybe(
    carrying(
      object({ id: count, state: maybeText, name: maybeText, defaultRtmpOutputMode: maybeText }),
    ),
  ),
  createdAt: maybeText,
  data: (value): unknown => value,
});

/** @throws {Refusal} 400 `INVALID_HTTP_MESSAGE_BODY`, which repeats nothing of the body. */
export function toWebhookEvent(body: object): WebhookEvent {
  const parsed = safeParse(envelope, body);
  if (!parsed.success) throw invalidBody('The event lacks or mistakes its id or its type.');
  const { id, type, app, createdAt, data } = parsed.output;
  const event = { ...body, id: String(id), type, app, createdAt, data };
  const schema = Object.hasOwn(published, type) ? published[type] : undefined;
  if (!schema) return event as UnpublishedEvent;
  const payload = safeParse(schema, data);
  if (!payload.success) throw invalidBody(`The data is not that of ${type}.`);
  event.data = payload.output;
  return event as WebhookEvent;
}
