import type { ConnectionQuality, TrackSnapshot } from '../../rtc/session.js';
import type { ParticipantSnapshot } from '../../state/types.js';

/** The picture of a participant that a tile shows. */
export type TileSource = 'camera' | 'screen_share';

/** The content of a tile's picture. */
export type TilePicture =
  | { readonly kind: 'video'; readonly sid: string; readonly isStalled: boolean }
  /** There is no video, or it is not downloaded. */
  | { readonly kind: 'avatar' }
  /** The local screen. It is not shown, because it would contain itself endlessly. */
  | { readonly kind: 'own-screen' };

/** The state that a tile renders beside the member's name and picture, read from one snapshot. */
export interface TileState {
  readonly picture: TilePicture;
  readonly speaking: boolean;
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
  /** Whether a camera is off: `videoMuted` for a tile of a camera. */
  readonly cameraOff: boolean;
  readonly quality: ConnectionQuality;
  /** The quality of a bad connection; undefined for a good one. */
  readonly badQuality: 'poor' | 'lost' | undefined;
  /** The role to show; undefined for the common role. */
  readonly role: string | undefined;
}

/**
 * Reads the state of a tile. The tile of a screen shows neither speech nor a muted microphone:
 * those are on the camera's tile.
 */
export function tileState(participant: ParticipantSnapshot, source: TileSource): TileState {
  const { tracks, isLocal, isSpeaking, quality, member } = participant;
  const find = (wanted: TrackSnapshot['source']): TrackSnapshot | undefined =>
    tracks.find((track) => track.source === wanted);
  const video = find(source);
  const camera = source === 'camera';
  const videoMuted = video?.muted ?? true;
  return {
    picture: pictureOf(video, source, isLocal),
    speaking: camera && isSpeaking,
    audioMuted: camera && (find('microphone')?.muted ?? true),
    videoMuted,
    cameraOff: camera && videoMuted,
    quality,
    badQuality: quality === 'poor' || quality === 'lost' ? quality : undefined,
    role: camera && member.role !== 'MEMBER' ? member.role : undefined,
  };
}

function pictureOf(
  video: TrackSnapshot | undefined,
  source: TileSource,
  isLocal: boolean,
): TilePicture {
  if (!video || video.muted || !video.isSubscribed) return { kind: 'avatar' };
  if (isLocal && source === 'screen_share') return { kind: 'own-screen' };
  return { kind: 'video', sid: video.sid, isStalled: video.isStalled };
}

/**
 * The values that the rendering of a tile depends on, as a flat list. The audio level is not among
 * them: it changes many times a second during speech.
 */
export function drawnValues(
  participant: ParticipantSnapshot | undefined,
  source: TileSource,
): readonly unknown[] {
  if (!participant) return [];
  const { identity, isLocal, member } = participant;
  const { picture, ...state } = tileState(participant, source);
  return [
    identity,
    isLocal,
    member.name,
    member.picture,
    ...Object.values(picture),
    ...Object.values(state),
  ];
}
