import {
  AccessToken,
  RoomServiceClient,
  WebhookReceiver,
  type WebhookEvent,
} from 'livekit-server-sdk';
import {
  MediaUnavailableError,
  type Media,
  type MediaAccess,
  type MediaEvent,
  type SignalPath,
} from '../service/media.js';
import { record, stopRecording } from './recording.js';
import { unlessGone } from './unless-gone.js';

export interface LiveKitMediaOptions {
  readonly key: string;
  readonly secret: string;
  /** http(s) address for requests from here; read for each request. */
  readonly apiUrl: () => string;
  /** ws(s) address for a browser that reached the service under this host name. */
  readonly browserUrl: (hostname: string) => string;
  /** The reason why nobody can join now; undefined: joining is possible. */
  readonly outage: () => string | undefined;
  /** The folder that LiveKit's egress service writes to. Default: there is no such service. */
  readonly egressFolder?: string | undefined;
  /** The gate that `browserUrl` leads through, where the gate is ours. */
  readonly signal?: SignalPath;
}

/** Implements the service's media server with LiveKit. */
export function createLiveKitMedia(options: LiveKitMediaOptions): Media {
  const { key, secret, apiUrl, browserUrl, outage, signal, egressFolder } = options;
  const rooms = (): RoomServiceClient =>
    new RoomServiceClient(apiUrl(), key, secret, { requestTimeout: 5 });
  const webhooks = new WebhookReceiver(key, secret);
  const recorder = { key, secret, apiUrl, rooms, egressFolder };
  return {
    async grant(access) {
      const reason = outage();
      if (reason) throw new MediaUnavailableError(reason);
      return { url: browserUrl(access.hostname), token: await accessToken(key, secret, access) };
    },
    async closeRoom(room) {
      if (!outage()) await unlessGone(rooms().deleteRoom(room));
    },
    async removeParticipant(room, identity) {
      if (!outage()) await unlessGone(rooms().removeParticipant(room, identity));
    },
    record: (room) => record(room, recorder),
    stopRecording: (room, recording) => stopRecording(room, recording, recorder),
    async readWebhook(body, authorization) {
      return toMediaEvent(await webhooks.receive(body, authorization));
    },
    ...(signal && { signal }),
  };
}

function accessToken(key: string, secret: string, access: MediaAccess): Promise<string> {
  const { room, identity, name, metadata } = access;
  const token = new AccessToken(key, secret, { identity, name, metadata, ttl: '1h' });
  token.addGrant({
    room,
    roomJoin: true,
    canPublish: true,
    canPublishData: true,
    canSubscribe: true,
    // A participant who could change their metadata could pose as another member, or as an
    // operator.
    canUpdateOwnMetadata: false,
  });
  return token.toJwt();
}

function toMediaEvent(webhook: WebhookEvent): MediaEvent | undefined {
  const { event, room, participant, egressInfo } = webhook;
  // Webhooks about an egress name the room in another field.
  if (event === 'egress_ended' && egressInfo) {
    return { type: 'egress-ended', room: egressInfo.roomName, egress: egressInfo.egressId };
  }
  if (!room) return undefined;
  const common = { room: room.name, session: room.sid };
  switch (event) {
    case 'participant_joined':
      return participant && { type: 'participant-joined', ...common, ...who(participant) };
    case 'participant_left':
    case 'participant_connection_aborted':
      return participant && { type: 'participant-left', ...common, ...who(participant) };
    case 'room_finished':
      return { type: 'room-finished', ...common };
    default:
      return undefined;
  }
}

const who = ({ sid, identity }: { sid: string; identity: string }) => ({
  participant: sid,
  identity,
});
