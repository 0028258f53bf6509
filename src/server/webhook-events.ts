import { is, object, safeParse, type Schema } from '../api/parsing.js';
import { count, isObject, maybe, maybeText, text } from '../api/schema.js';
import type { CustomData, Open, RoomType, VideoRoomState } from '../api/types.js';
import { invalidBody } from './read-json.js';

/** The room of an event. Fields that are not named here are kept. */
export interface WebhookRoom {
  readonly id: number;
  readonly state: string | undefined;
  readonly videoRoomState: VideoRoomState | undefined;
  readonly type: RoomType | undefined;
  readonly title: string | undefined;
  readonly channelId: number | undefined;
  /** The number of the call in this room. */
  readonly sessionNo: number | undefined;
}

/** The participant of an event. Fields that are not named here are kept. */
export interface WebhookUser {
  readonly appUserId: string;
  readonly appUserName: string | undefined;
  /** `OPERATOR` or `MEMBER`. */
  readonly channelMemberType: string | undefined;
  readonly customData: CustomData | undefined;
}

/** The app of an event. Fields that are not named here are kept. */
export interface WebhookApp {
  readonly id: number;
  readonly state: string | undefined;
  readonly name: string | undefined;
  /** The output protocol of RTMP broadcasts. */
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
 * An event whose payload the service has not published. It is passed on unchanged, like events of
 * future types, which are not listed here: handle them in a `default`.
 */
export type UnpublishedEvent = Envelope<
  'MEMBER_CREATED' | 'MEMBER_UPDATED' | 'VIDEO_ROOM_SCHEDULED',
  unknown
>;

/** An event that the service sends to a backend. Its `type` determines the type of `data`. */
export type WebhookEvent =
  ParticipantJoinedEvent | ParticipantLeftEvent | EgressEndedEvent | UnpublishedEvent;

// Only indispensable fields are required, as in the answers of the service: a refused event is sent
// again and again, and lost in the end. Fields of later versions of the service are kept unchanged.
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

/** A schema for an object whose other fields are kept unchanged. */
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

/** @throws {Refusal} 400 `INVALID_HTTP_MESSAGE_BODY`, which contains nothing of the body. */
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
