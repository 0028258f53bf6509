import type { InferOutput } from 'valibot';
import { mayEnter, roleOf } from './access.js';
import type { Channels } from './channels.js';
import type { ServiceContext } from './context.js';
import { ServiceError } from './errors.js';
import { MediaUnavailableError } from './media.js';
import { protocolOf, type MemberRecord, type RoomRecord } from './records.js';
import { isOver } from './room-life.js';
import type { rtcTokenRequest } from './schemas.js';
import { isPassword } from './secrets.js';

/** Issues the address and the token for a member's media connection to a room. */
export async function issueRtcToken(
  context: ServiceContext,
  channels: Channels,
  room: RoomRecord,
  member: MemberRecord,
  { password, customData }: InferOutput<typeof rtcTokenRequest>,
  hostname: string,
): Promise<{ webRtcServerUrl: string; webRtcToken: string }> {
  if (protocolOf(room.type) !== 'WEB_RTC') throw new ServiceError('VIDEO_ROOM_TYPE_NOT_SUPPORTED');
  // An app may see every room, but its token on a member's behalf follows the member's rights.
  if (!mayEnter(room, member)) throw new ServiceError('VIDEO_ROOM_ACCESS_DENIED');
  if (isOver(room)) throw new ServiceError('VIDEO_ROOM_NOT_OPEN');
  if (room.password && !(await isPassword(password ?? '', room.password))) {
    throw new ServiceError('INVALID_VIDEO_ROOM_PASSWORD');
  }
  // Looked up again, because the room may have been deleted while the password was checked.
  if (!context.store.rooms.byId(room.id)) throw new ServiceError('VIDEO_ROOM_NOT_FOUND');
  channels.admit(room, member);
  channels.passwordShown(room, member);
  const { appUserId, appUserName, appUserProfileImgUrl } = member;
  const details = {
    appUserId,
    appUserName,
    appUserProfileImgUrl,
    channelMemberType: channels.typeOf(room, member),
    role: roleOf(room, member),
    // The request's data may contain a name of the member's choice. The app's data are kept, too.
    customData: customData ? { ...member.customData, ...customData } : member.customData,
  };
  const access = {
    room: room.uuid,
    identity: appUserId,
    name: appUserName ?? appUserId,
    metadata: JSON.stringify(details),
    hostname,
  };
  try {
    const { url, token } = await context.media.grant(access);
    return { webRtcServerUrl: url, webRtcToken: token };
  } catch (cause) {
    const known = cause instanceof MediaUnavailableError ? { message: cause.message } : undefined;
    if (!known) context.onError('No RTC token could be issued.', cause);
    throw new ServiceError('MEDIA_SERVICE_INTERNAL_SERVER_ERROR', known);
  }
}
