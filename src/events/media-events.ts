/**
 * What the media server tells of a call beside who is in it: the code of these events loads behind
 * the call, so that they are told from then on.
 *
 * @firedby ffc-room
 */
import type { TrackSnapshot } from '../rtc/session.js';
import type { ParticipantSnapshot } from '../state/types.js';
import { declareEvent, type EventMapOf } from './event.js';
import type * as Declared from './media-events.js';

interface OfTrack {
  /** Whose track it is. */
  readonly participant: ParticipantSnapshot;
  readonly track: TrackSnapshot;
}

/** The metadata of the room on the media server changed. It is told of a call that begins with some. */
export class FfcRoomMetadataChangeEvent extends declareEvent('ffc-room-metadata-change')<{
  /** Raw, untrusted text, of at most 65 536 characters; undefined where there is none. */
  readonly metadata: string | undefined;
}>() {}

/** The media server stopped to send a track, as too little bandwidth is left, or sends it again. */
export class FfcTrackStreamChangeEvent extends declareEvent('ffc-track-stream-change')<
  OfTrack & { readonly paused: boolean }
>() {}

/** Somebody does not let the local participant receive a track any more, or does again. */
export class FfcTrackPermissionChangeEvent extends declareEvent('ffc-track-permission-change')<
  OfTrack & { readonly allowed: boolean }
>() {}

/** Somebody receives a track of the local participant: told once for each publication. */
export class FfcLocalTrackSubscribedEvent extends declareEvent(
  'ffc-local-track-subscribed',
)<OfTrack>() {}

/** The local microphone is on, and gives nothing but silence. It is measured when it is published. */
export class FfcSilenceDetectedEvent extends declareEvent('ffc-silence-detected')<OfTrack>() {}

declare global {
  interface GlobalEventHandlersEventMap extends EventMapOf<typeof Declared> {}
}
