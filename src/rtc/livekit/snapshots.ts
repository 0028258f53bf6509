import { type Participant, Track, type TrackPublication } from 'livekit-client';
import type {
  ParticipantField,
  RtcParticipant,
  RtcPermissions,
  TrackSnapshot,
} from '../session.js';
import { reuse, reuseTracks } from './before-call.js';

/** The fields read from LiveKit's participant; a test has to provide no others. */
export type ParticipantSource = Pick<
  Participant,
  | 'identity'
  | 'sid'
  | 'name'
  | 'isLocal'
  | 'metadata'
  | 'attributes'
  | 'permissions'
  | 'joinedAt'
  | 'isSpeaking'
  | 'audioLevel'
  | 'connectionQuality'
>;

/** The fields read from LiveKit's publication. */
export type PublicationSource = Pick<
  TrackPublication,
  'trackSid' | 'source' | 'kind' | 'isMuted' | 'track' | 'dimensions'
>;

const fields = [
  'name',
  'metadata',
  'attributes',
  'permissions',
  'isSpeaking',
  'audioLevel',
  'quality',
  'tracks',
] as const satisfies readonly ParticipantField[];

export function describeParticipant(
  source: ParticipantSource,
  tracks: readonly TrackSnapshot[],
): RtcParticipant {
  return Object.freeze({
    identity: source.identity,
    sid: source.sid,
    name: source.name ?? '',
    isLocal: source.isLocal,
    // LiveKit's server sends '' where there is no metadata.
    metadata: source.metadata || undefined,
    attributes: source.attributes,
    permissions: source.permissions && describePermissions(source.permissions),
    joinedAt: source.joinedAt?.getTime(),
    isSpeaking: source.isSpeaking,
    audioLevel: source.isSpeaking ? Math.round(source.audioLevel * 10) / 10 : 0,
    quality: source.connectionQuality,
    tracks: Object.freeze(tracks),
  });
}

function describePermissions(permissions: NonNullable<Participant['permissions']>): RtcPermissions {
  const { canSubscribe, canPublish, canPublishData, canUpdateMetadata } = permissions;
  const canPublishSources = Object.freeze(
    permissions.canPublishSources.map((source) => Track.sourceFromProto(source)),
  );
  return Object.freeze({
    canSubscribe,
    canPublish,
    canPublishSources,
    canPublishData,
    canUpdateMetadata,
  });
}

/** Returns undefined for a publication that is neither audio nor video. */
export function describePublication(
  source: PublicationSource,
  isStalled = false,
): TrackSnapshot | undefined {
  const kind: string = source.kind;
  if (kind !== 'audio' && kind !== 'video') return undefined;
  return Object.freeze({
    sid: source.trackSid,
    source: source.source,
    kind,
    muted: source.isMuted,
    isLocal: false,
    // LiveKit's own flag turns false on request, while the track is still there.
    isSubscribed: source.track !== undefined,
    isStalled: isStalled && source.track !== undefined && !source.isMuted,
    width: source.dimensions?.width ?? 0,
    height: source.dimensions?.height ?? 0,
  });
}

/** Returns `next` with its equal parts taken from `previous`, and the fields that differ. */
export function mergeParticipant(
  previous: RtcParticipant,
  next: RtcParticipant,
): { readonly participant: RtcParticipant; readonly changed: readonly ParticipantField[] } {
  const attributes = reuse(previous.attributes, next.attributes);
  const permissions = reusePermissions(previous.permissions, next.permissions);
  const tracks = reuseTracks(previous.tracks, next.tracks);
  // After each reconnect, LiveKit reports `unknown` until the server has measured the quality.
  const isSameStay = previous.sid === next.sid;
  const quality = isSameStay && next.quality === 'unknown' ? previous.quality : next.quality;
  const candidate = Object.freeze({ ...next, attributes, permissions, quality, tracks });
  const participant = reuse(previous, candidate);
  const changed = fields.filter((field) => previous[field] !== participant[field]);
  return { participant, changed };
}

function reusePermissions(
  previous: RtcPermissions | undefined,
  next: RtcPermissions | undefined,
): RtcPermissions | undefined {
  if (!previous || !next) return next;
  const canPublishSources = reuse(previous.canPublishSources, next.canPublishSources);
  return reuse(previous, Object.freeze({ ...next, canPublishSources }));
}
