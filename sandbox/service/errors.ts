/**
 * Every error that the service answers. The real service does not publish those marked "assumed",
 * so a client acts on the HTTP status first.
 */
const catalogue = {
  INVALID_HTTP_MESSAGE_BODY: [400, 'The request body is not what this call takes.'],
  UNSUPPORTED_HTTP_METHOD: [400, 'This path does not answer to this HTTP method.'],
  EMPTY_APP_USER_ID: [400, 'appUserId is missing.'],
  INVALID_APP_USER_ID_FORMAT: [400, 'appUserId may have only letters and digits.'],
  EMPTY_VIDEO_ROOM_TYPE: [400, 'The type of the video room is missing.'],
  EMPTY_VIDEO_ROOM_APP_USER_ID: [400, 'The appUserId of the video room is missing.'],
  EMPTY_VIDEO_ROOM_SCHEDULED_AT: [400, 'A video room of this type needs scheduledAt.'],
  MEMBER_SELF_CREATE_VIDEO_ROOM_NOT_AVAILABLE_DUE_TO_APP_POLICY: [
    400,
    'Members of this app may not create video rooms themselves.',
  ],
  CUSTOM_TYPE_SIZE_UPPER_LIMIT_EXCEEDED: [400, 'customType is longer than 50 characters.'],
  CUSTOM_DATA_ITEM_COUNT_UPPER_LIMIT_EXCEEDED: [400, 'customData has more than 10 items.'],
  CUSTOM_DATA_ITEM_NAME_SIZE_UPPER_LIMIT_EXCEEDED: [
    400,
    'The name of an item of customData is longer than 50 characters.',
  ],
  CUSTOM_DATA_ITEM_VALUE_SIZE_UPPER_LIMIT_EXCEEDED: [
    400,
    'The value of an item of customData is longer than 50 characters.',
  ],
  REQUEST_LOCKED: [400, 'The same request is still being worked on.'],
  EMPTY_APP_CREDENTIALS: [401, 'The credentials of the app are missing.'],
  INVALID_APP_CREDENTIALS: [401, 'The credentials of the app are wrong.'],
  VIDEO_ROOM_NOT_FOUND: [404, 'There is no such video room.'],
  MEMBER_NOT_FOUND: [404, 'There is no such member.'],
  INTERNAL_SERVER_ERROR: [500, 'Something went wrong inside the service.'],
  MEDIA_SERVICE_INTERNAL_SERVER_ERROR: [500, 'The media server cannot be used.'],

  // Assumed.
  INVALID_HTTP_REQUEST_PARAMETER: [400, 'A query parameter has a value that it cannot have.'],
  VIDEO_ROOM_TYPE_NOT_SUPPORTED: [
    400,
    'The video room is a broadcast over RTMP, which has no RTC token: it is watched, not joined.',
  ],
  VIDEO_ROOM_NOT_OPEN: [400, 'The video room has ended, was cancelled or is archived.'],
  EMPTY_MEMBER_ACCESS_TOKEN: [401, 'The member access token is missing.'],
  INVALID_MEMBER_ACCESS_TOKEN: [401, 'The member access token is wrong.'],
  EXPIRED_MEMBER_ACCESS_TOKEN: [401, 'The member access token has expired.'],
  INVALID_WEBHOOK_SIGNATURE: [401, 'The webhook was not signed by the media server.'],
  INVALID_VIDEO_ROOM_PASSWORD: [403, 'The password of the video room is wrong.'],
  VIDEO_ROOM_PASSWORD_NOT_SHOWN: [
    403,
    'The channel opens to those who give the password of the video room.',
  ],
  VIDEO_ROOM_ACCESS_DENIED: [403, 'The access level of the video room does not let the member in.'],
  NOT_VIDEO_ROOM_OWNER: [403, 'Only the owner of the video room may do this.'],
  VIDEO_ROOM_APPROVAL_PENDING: [403, 'An operator of the video room has to approve this first.'],
  VIDEO_ROOM_APPROVAL_REFUSED: [403, 'An operator of the video room did not let the member in.'],
  CHANNEL_MEMBER_BANNED: [403, 'The member is banned from the video room.'],
  NOT_CHANNEL_MEMBER: [403, 'The member has not joined the channel of the video room.'],
  NOT_CHANNEL_OPERATOR: [403, 'Only operators of the channel may do this.'],
  CHANNEL_OWNER_CANNOT_BE_CHANGED: [400, 'The owner of the video room stays an operator.'],
  MESSAGE_NOT_FOUND: [404, 'There is no such message in the channel.'],
  RESOURCE_NOT_FOUND: [404, 'There is nothing at this path.'],

  // Errors of the paths that only the sandbox has.
  SIGNAL_OUT_OF_REACH: [
    409,
    'Only the signalling of a LiveKit that this sandbox runs can be cut: no such LiveKit runs, or FFC_LIVEKIT_URL names another.',
  ],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type ErrorCode = keyof typeof catalogue;
type ErrorStatus = (typeof catalogue)[ErrorCode][0] | 413;

/** Thrown anywhere in the service; becomes the answer `{errorCode, errorMessage}`. */
export class ServiceError extends Error {
  readonly code: ErrorCode;
  readonly status: ErrorStatus;

  constructor(code: ErrorCode, options: { message?: string; status?: ErrorStatus } = {}) {
    const [status, message] = catalogue[code];
    super(options.message ?? message);
    this.code = code;
    this.status = options.status ?? status;
  }
}

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(catalogue, text);
}
