/**
 * The media server's events of a call, apart from its participants. Their code loads in the
 * background of the call, and they are emitted from then on.
 *
 * @firedby ffc-room
 */
import type { TrackSnapshot } from '../rtc/session.js';
import type { ParticipantSnapshot } from '../state/types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './media-events.js';

interface OfTrack {
  /** The participant of the track. */
  readonly participant: ParticipantSnapshot;
  readonly track: TrackSnapshot;
}

/**
 * The metadata of the room on the media server changed. It is also emitted at the start of a call
 * with metadata.
 */
export class FfcRoomMetadataChangeEvent extends declareEvent('ffc-room-metadata-change')<{
  /** Raw, untrusted text of at most 65 536 characters; undefined without metadata. */
  readonly metadata: string | undefined;
}>() {}

/** The media server stopped sending a track for lack of bandwidth, or sends it again. */
export class FfcTrackStreamChangeEvent extends declareEvent('ffc-track-stream-change')<
  OfTrack & { readonly paused: boolean }
>() {}

/** A publisher took away, or gave back, the local participant's permission to receive a track. */
export class FfcTrackPermissionChangeEvent extends declareEvent('ffc-track-permission-change')<
  OfTrack & { readonly allowed: boolean }
>() {}

/** Somebody receives a track of the local participant. It is emitted once for each publication. */
export class FfcLocalTrackSubscribedEvent extends declareEvent(
  'ffc-local-track-subscribed',
)<OfTrack>() {}

/**
 * The local microphone is on but records only silence. It is measured when the track is published.
 */
export class FfcSilenceDetectedEvent extends declareEvent('ffc-silence-detected')<OfTrack>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
